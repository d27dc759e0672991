/** JSON with sorted keys: the one form in which bodies are written, hashed and compared. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inner => canonicalJson(inner ?? null)).join()}]`
  if (value === null || typeof value !== 'object' || value instanceof Date) return JSON.stringify(value)
  let json = ''
  for (const name of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[name]
    if (inner !== undefined) json += `${json && ','}${JSON.stringify(name)}:${canonicalJson(inner)}`
  }
  return `{${json}}`
}
