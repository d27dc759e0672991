import { type Attrs, type MarkType, Node, type NodeType } from 'prosemirror-model'
import type { Body } from './body.ts'
import { BodyError } from './body-error.ts'
import { bodySchema } from './body-schema.ts'
import { canonicalBody } from './canonical-body.ts'
import { linkFault } from './links.ts'

export { canonicalBody }

type LinkRule = (href: string) => string | null

/**
 * Takes a body from outside (the editor, an import, a seed) and gives it in its canonical form.
 * @throws BodyError naming the place of the first thing that does not fit
 */
export function parseBody(json: unknown, linkRule: LinkRule = linkFault): Body {
  checkNode(json, '', linkRule)
  if ((json as { type: string }).type !== 'doc') throw new BodyError('', 'the outermost node must be "doc"')
  const doc = Node.fromJSON(bodySchema, json)
  checkContent(doc, '')
  return canonicalBody(doc.toJSON() as Body)
}

type Loose = Record<string, unknown>

function checkNode(json: unknown, path: string, linkRule: LinkRule): void {
  const node = asRecord(json, path)
  const type = typeOf(node, path, name => bodySchema.nodes[name as keyof typeof bodySchema.nodes])
  refuseUnknown(node, ['type', 'attrs', 'content', 'marks', 'text'], path)
  checkAttrs(type, node.attrs, path)
  if (type.isText && (typeof node.text !== 'string' || node.text === '')) {
    throw new BodyError(join(path, 'text'), 'must be text, and not empty')
  }
  if (!type.isText && node.text !== undefined) throw new BodyError(path, `"${type.name}" holds no text`)
  if (type.name === 'figure') {
    const href = (node.attrs as Loose | undefined)?.href
    if (typeof href === 'string') checkLink(href, join(path, 'attrs.href'), linkRule)
  }
  list(node.marks, join(path, 'marks')).forEach((mark, index) => {
    checkMark(mark, join(path, `marks[${index}]`), linkRule)
  })
  list(node.content, join(path, 'content')).forEach((child, index) => {
    checkNode(child, join(path, `content[${index}]`), linkRule)
  })
}

function checkMark(json: unknown, path: string, linkRule: LinkRule): void {
  const mark = asRecord(json, path)
  const type = typeOf(mark, path, name => bodySchema.marks[name as keyof typeof bodySchema.marks])
  refuseUnknown(mark, ['type', 'attrs'], path)
  checkAttrs(type, mark.attrs, path)
  if (type.name === 'link')
    checkLink((mark.attrs as { href: string }).href, join(path, 'attrs.href'), linkRule)
}

function checkLink(href: string, path: string, linkRule: LinkRule): void {
  const fault = linkRule(href)
  if (fault) throw new BodyError(path, fault)
}

function typeOf<Type>(node: Loose, path: string, find: (name: string) => Type | undefined): Type {
  const name = node.type
  const type = typeof name === 'string' ? find(name) : undefined
  if (!type) throw new BodyError(path, `unknown type "${String(name)}"`)
  return type
}

function checkAttrs(type: NodeType | MarkType, given: unknown, path: string): void {
  const attrs = given === undefined ? {} : asRecord(given, join(path, 'attrs'))
  const specs = type.spec.attrs ?? {}
  for (const [name, value] of Object.entries(attrs)) {
    /* An editor may carry attributes of its own; only one that says something is worth refusing. */
    if (!(name in specs) && value !== null && value !== undefined) {
      throw new BodyError(join(path, `attrs.${name}`), `"${type.name}" has no such attribute`)
    }
  }
  for (const [name, spec] of Object.entries(specs)) {
    const value = (attrs as Attrs)[name]
    if (value === undefined && spec.default !== undefined) continue
    try {
      if (typeof spec.validate === 'function') spec.validate(value)
    } catch (cause) {
      throw new BodyError(join(path, `attrs.${name}`), cause instanceof Error ? cause.message : String(cause))
    }
  }
}

function checkContent(node: Node, path: string): void {
  if (!node.type.validContent(node.content)) {
    const inside = node.childCount > 0 ? node.children.map(child => child.type.name).join(', ') : 'nothing'
    throw new BodyError(
      path,
      `"${node.type.name}" must hold ${node.type.spec.content ?? 'nothing'}, not ${inside}`,
    )
  }
  node.forEach((child, _offset, index) => {
    const childPath = join(path, `content[${index}]`)
    checkContent(child, childPath)
    for (const mark of child.marks) {
      if (child.marks.filter(other => other.type === mark.type).length > 1) {
        throw new BodyError(childPath, `the mark "${mark.type.name}" stands twice`)
      }
    }
  })
}

function asRecord(value: unknown, path: string): Loose {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new BodyError(path, 'must be an object')
  return value as Loose
}

function list(value: unknown, path: string): unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new BodyError(path, 'must be a list')
  return value
}

function refuseUnknown(node: Loose, known: string[], path: string): void {
  const unknown = Object.keys(node).find(name => !known.includes(name))
  if (unknown) throw new BodyError(join(path, unknown), 'is not part of a body')
}

const join = (path: string, step: string) => (path ? `${path}.${step}` : step)
