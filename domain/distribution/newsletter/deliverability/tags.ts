/** The tags of a record such as `v=DKIM1; k=rsa; p=…` (RFC 6376, 3.2); null for another text. */
export function tagsOf(text: string): Map<string, string> | null {
  const tags = new Map<string, string>()
  for (const part of text.split(';')) {
    if (part.trim() === '') continue
    const [, name, value = ''] = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/s.exec(part) ?? []
    if (name === undefined || tags.has(name.toLowerCase())) return null
    tags.set(name.toLowerCase(), value)
  }
  return tags.size > 0 ? tags : null
}
