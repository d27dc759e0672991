export type Engine = 'sqlite' | 'postgres'

/** The engine of this process, by the setting DATABASE_URL as it was when the program started. */
export const engine: Engine = isPostgresUrl((process.env.DATABASE_URL ?? '').trim()) ? 'postgres' : 'sqlite'

export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}
