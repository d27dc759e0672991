import { type Attrs, type MarkType, Node, type NodeType } from 'prosemirror-model'
import { type ErrorCode, type ErrorParameters, ExpectedError, isExpected } from '#errors/expected-error.ts'
import type { Body } from './body.ts'
import { bodySchema } from './body-schema.ts'
import { canonicalBody } from './canonical-body.ts'
import { type AddressFault, linkFault } from './links.ts'

export { canonicalBody }

type LinkRule = (href: string) => AddressFault | null

/**
 * Validates a body from outside (the editor, an import, a seed) and returns its canonical form.
 * @throws ExpectedError `body.*`, whose `place` names the first thing that does not fit, as `content[3].attrs.level`
 */
export function parseBody(json: unknown, linkRule: LinkRule = linkFault): Body {
  checkNode(json, '', linkRule)
  if ((json as { type: string }).type !== 'doc') throw misfit('body.node.notADocument', '')
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
    throw misfit('body.node.emptyText', join(path, 'text'))
  }
  if (!type.isText && node.text !== undefined) throw misfit('body.node.noText', path, { type: type.name })
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
  if (fault) throw misfit(fault.code, path, fault.parameters)
}

function typeOf<Type>(node: Loose, path: string, find: (name: string) => Type | undefined): Type {
  const name = node.type
  const type = typeof name === 'string' ? find(name) : undefined
  if (!type) throw misfit('body.node.unknownType', path, { type: String(name) })
  return type
}

function checkAttrs(type: NodeType | MarkType, given: unknown, path: string): void {
  const attrs = given === undefined ? {} : asRecord(given, join(path, 'attrs'))
  const specs = type.spec.attrs ?? {}
  for (const [name, value] of Object.entries(attrs)) {
    /* An editor may add attributes of its own. They are dropped while null, and refused when they have a value. */
    if (!Object.hasOwn(specs, name) && value !== null && value !== undefined) {
      throw misfit('body.node.unknownAttribute', join(path, `attrs.${name}`), { type: type.name })
    }
  }
  for (const [name, spec] of Object.entries(specs)) {
    const value = (attrs as Attrs)[name]
    if (value === undefined && spec.default !== undefined) continue
    try {
      if (typeof spec.validate === 'function') spec.validate(value)
    } catch (cause) {
      if (!isExpected(cause, 'body')) throw cause
      throw misfit(cause.code, join(path, `attrs.${name}`))
    }
  }
}

function checkContent(node: Node, path: string): void {
  if (!node.type.validContent(node.content)) {
    const inside = node.childCount > 0 ? node.children.map(child => child.type.name).join(', ') : 'nothing'
    throw misfit('body.node.content', path, {
      type: node.type.name,
      expected: node.type.spec.content ?? 'nothing',
      found: inside,
    })
  }
  node.forEach((child, _offset, index) => {
    const childPath = join(path, `content[${index}]`)
    checkContent(child, childPath)
    for (const mark of child.marks) {
      if (child.marks.filter(other => other.type === mark.type).length > 1) {
        throw misfit('body.node.markTwice', childPath, { mark: mark.type.name })
      }
    }
  })
}

function asRecord(value: unknown, path: string): Loose {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw misfit('body.node.notAnObject', path)
  return value as Loose
}

function list(value: unknown, path: string): unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw misfit('body.node.notAList', path)
  return value
}

function refuseUnknown(node: Loose, known: string[], path: string): void {
  const unknown = Object.keys(node).find(name => !known.includes(name))
  if (unknown) throw misfit('body.node.unknownField', join(path, unknown))
}

const join = (path: string, step: string) => (path ? `${path}.${step}` : step)

/* The path of the document itself is empty. */
function misfit(code: ErrorCode, path: string, parameters: ErrorParameters = {}): ExpectedError {
  return new ExpectedError(code, { ...parameters, place: path || 'doc' })
}
