export type Theme = 'light' | 'dark' | 'system'

/** The theme that a stored or chosen value names; `system` for any other value. */
export function toTheme(value: string | null): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
