/* Changes the name and the size of the em square of a cut face, which the cutting library does not. */

/**
 * A face under a name of ours, drawn larger by `scale`: programs that know no size-adjust then set it in the size
 * that a browser does.
 * @param {Buffer} font an OpenType file @param {{ family: string, scale?: number }} changes
 */
export function renamedFace(font, { family, scale = 1 }) {
  const tables = tablesOf(font)
  tables.set('name', nameTable(family))
  const head = Buffer.from(tables.get('head'))
  head.writeUInt16BE(Math.round(head.readUInt16BE(18) / scale), 18)
  tables.set('head', head)
  return written(font.readUInt32BE(0), tables)
}

function tablesOf(font) {
  const count = font.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + index * 16
      const start = font.readUInt32BE(entry + 8)
      const content = font.subarray(start, start + font.readUInt32BE(entry + 12))
      return [font.toString('latin1', entry, entry + 4), content]
    }),
  )
}

/* Family, style, full name and the name for printers, in the form that every program reads. */
function nameTable(family) {
  const names = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ].map(([id, text]) => ({ id, text: Buffer.from(text, 'utf16le').swap16() }))
  const records = Buffer.alloc(6 + names.length * 12)
  records.writeUInt16BE(names.length, 2)
  records.writeUInt16BE(records.length, 4)
  let offset = 0
  for (const [index, { id, text }] of names.entries()) {
    const fields = [3, 1, 0x409, id, text.length, offset]
    for (const [place, value] of fields.entries()) records.writeUInt16BE(value, 6 + index * 12 + place * 2)
    offset += text.length
  }
  return Buffer.concat([records, ...names.map(name => name.text)])
}

function written(version, tables) {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  const header = Buffer.alloc(12 + sorted.length * 16)
  header.writeUInt32BE(version, 0)
  for (const [place, value] of [
    sorted.length,
    power * 16,
    Math.log2(power),
    (sorted.length - power) * 16,
  ].entries())
    header.writeUInt16BE(value, 4 + place * 2)
  const parts = [header]
  let offset = header.length
  for (const [index, [tag, content]] of sorted.entries()) {
    const entry = 12 + index * 16
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)])
    header.write(tag, entry, 'latin1')
    header.writeUInt32BE(checksum(padded), entry + 4)
    header.writeUInt32BE(offset, entry + 8)
    header.writeUInt32BE(content.length, entry + 12)
    parts.push(padded)
    offset += padded.length
  }
  return Buffer.concat(parts)
}

function checksum(padded) {
  let sum = 0
  for (let place = 0; place < padded.length; place += 4) sum = (sum + padded.readUInt32BE(place)) >>> 0
  return sum
}
