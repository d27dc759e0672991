import { ALLOWED, within } from './house-imports.mjs'

/* `a & b --> c`, `a -- queries --> db` for a folder of a room, `a -. types .-> b` for types alone. */
const ARROW = /^(.+?)\s+(?:-->|--\s+(\S+)\s+-->|-\.\s+(types)\s+\.->)\s+(.+)$/
const NAME = /^[\w-]+$/

/**
 * The rooms and arrows of the Mermaid drawing in a page. An arrow at a subgraph stands for every room in it.
 * @returns {{ rooms: Set<string>, arrows: { from: string[], to: string[], isTypeOnly: boolean, text: string, line: number }[] }}
 */
export function readDrawing(page) {
  const lines = page.split('\n')
  const start = lines.findIndex(line => line.trim() === '```mermaid')
  const end = lines.findIndex((line, index) => index > start && line.trim() === '```')
  const rooms = new Set()
  const groups = new Map()
  const arrows = []
  let group = null
  for (let index = start + 1; start >= 0 && index < end; index++) {
    const text = lines[index].trim()
    const [, opened] = /^subgraph\s+([\w-]+)/.exec(text) ?? []
    if (opened) {
      group = []
      groups.set(opened, group)
    } else if (text === 'end') group = null
    else if (NAME.test(text)) {
      rooms.add(text)
      group?.push(text)
    } else if (ARROW.test(text)) arrows.push({ text, line: index + 1 })
  }
  const named = list => list.split(/\s*&\s*/).flatMap(name => groups.get(name) ?? name)
  return { rooms, arrows: arrows.flatMap(arrow => separate(arrow, named)) }
}

/* One arrow for each pair of names that the line joins; a subgraph counts as one name. */
function separate({ text, line }, named) {
  const [, left, folder, types, right] = ARROW.exec(text)
  return left.split(/\s*&\s*/).flatMap(from =>
    right.split(/\s*&\s*/).map(to => ({
      from: named(from),
      to: named(to).map(room => (folder ? `${room}/${folder}` : room)),
      isTypeOnly: types !== undefined,
      text: `${from} → ${to}`,
      line,
    })),
  )
}

/**
 * Where the drawing in a page disagrees with what is allowed and with the imports that there are, as sentences.
 * @param {{ file: string, target: string, line: number, isTypeOnly: boolean }[]} imports as `findImports` gives them,
 *   of all files but tests
 * @param {Record<string, string[]>} allowed
 */
export function drawingFaults(page, imports, allowed = ALLOWED) {
  const { rooms, arrows } = readDrawing(page)
  const used = imports.map(withRooms).filter(({ from, to }) => allowed[from] && to && from !== to)
  const built = new Set(imports.map(each => withRooms(each).from).filter(room => allowed[room]))
  return [
    ...[...built].filter(room => !rooms.has(room)).map(room => ({ line: 1, text: `${room} is not drawn` })),
    ...arrows.flatMap(arrow => arrowFaults(arrow, used, allowed, rooms)),
    ...undrawn(arrows, used),
  ]
}

function arrowFaults({ from, to, isTypeOnly, text, line }, used, allowed, rooms) {
  const strangers = [...from, ...to].map(roomOf).filter(room => !rooms.has(room))
  if (strangers.length > 0) return [{ line, text: `${strangers[0]} is no room of the drawing` }]
  const forbidden = from.flatMap(room =>
    to.filter(target => !mayImport(allowed[room] ?? [], target, isTypeOnly)).map(target => [room, target]),
  )
  if (forbidden.length > 0) {
    const [room, target] = forbidden[0]
    return [{ line, text: `${room} may not import ${isTypeOnly ? 'types of ' : ''}${target}` }]
  }
  const isUsed = used.some(each => isCovered(each, { from, to, isTypeOnly }))
  return isUsed ? [] : [{ line, text: `no import needs the arrow ${text}` }]
}

function mayImport(list, target, isTypeOnly) {
  return isTypeOnly
    ? list.some(name => name.startsWith('type:') && within(name.slice(5), target))
    : list.includes(target)
}

/* Once for each pair of rooms. */
function undrawn(arrows, used) {
  const missing = used.filter(each => !arrows.some(arrow => isCovered(each, arrow)))
  const first = new Map(missing.reverse().map(each => [`${each.from} → ${each.to}`, each]))
  return [...first].sort().map(([pair, { file, line, target }]) => ({
    line: 1,
    text: `${pair} is not drawn (${file}:${line} imports ${target})`,
  }))
}

function isCovered(each, { from, to, isTypeOnly }) {
  return (
    from.includes(each.from) &&
    to.some(target => within(each.target, target)) &&
    (each.isTypeOnly || !isTypeOnly)
  )
}

const roomOf = path => path.split('/')[0]

/* A file at the root of the repository, such as package.json, is in no room. */
function withRooms(each) {
  return { ...each, from: roomOf(each.file), to: each.target.includes('/') ? roomOf(each.target) : null }
}
