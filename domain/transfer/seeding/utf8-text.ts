/** Decodes UTF-8; for invalid bytes, returns the first line that is not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | { line: number } {
  const text = decoded(bytes)
  if (text !== null) return text
  let line = 1
  for (let from = 0; ; line++) {
    const end = bytes.indexOf(LINE_END, from)
    if (end < 0 || decoded(bytes.subarray(from, end)) === null) return { line }
    from = end + 1
  }
}

const LINE_END = 0x0a

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
