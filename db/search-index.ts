import { engine } from './engine.ts'
import { postgresSearchIndex } from './postgres/search-index.ts'
import type { SearchIndex } from './search-shapes.ts'
import { sqliteSearchIndex } from './sqlite/search-index.ts'

/** The index of this process's engine. */
export const searchIndex: SearchIndex = engine === 'postgres' ? postgresSearchIndex : sqliteSearchIndex
