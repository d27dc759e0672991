import { settingsOrDefaults } from '#settings/settings.ts'

export type Engine = 'sqlite' | 'postgres'

/**
 * The engine of this process. Tables and queries are put together for it while modules load, before a program has
 * refused settings that cannot be used.
 */
export const engine: Engine = settingsOrDefaults().databaseUrl === null ? 'sqlite' : 'postgres'
