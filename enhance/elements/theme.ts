export type Theme = 'light' | 'dark' | 'system'

/** A theme from whatever was kept or chosen; the system decides when it is none. */
export function toTheme(value: string | null): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
