import { engine } from './engine'
import { postgresSearchIndex } from './postgres/search-index'
import type { SearchIndex } from './search-shapes'
import { sqliteSearchIndex } from './sqlite/search-index'

/** The index of this process's engine. */
export const searchIndex: SearchIndex = engine === 'postgres' ? postgresSearchIndex : sqliteSearchIndex
