import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { SeedMistake } from './seed-mistake.ts'

type Path = readonly PropertyKey[]

/** A YAML text that knows the line of each value and collects mistakes. */
export class YamlSource {
  private readonly lines = new LineCounter()
  private readonly document: Document
  private readonly value: unknown
  private readonly isWhole: boolean

  /** `lineOffset` is the number of lines of the file before the YAML. */
  constructor(
    readonly file: string,
    text: string,
    private readonly mistakes: SeedMistake[],
    private readonly lineOffset = 0,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines })
    for (const error of this.document.errors) {
      this.add(
        error.linePos?.[0].line ?? 1,
        null,
        `this is not well-formed YAML: ${firstLine(error.message)}`,
      )
    }
    const value = this.document.errors.length > 0 ? null : this.resolved()
    this.isWhole = value !== null
    this.value = value?.resolved
  }

  /* Aliases are resolved only now: one may name nothing, or so much that it would fill the memory. */
  private resolved(): { resolved: unknown } | null {
    try {
      return { resolved: this.document.toJS() }
    } catch (error) {
      this.add(this.lineOfAlias(error), null, `this is not well-formed YAML: ${firstLine(String(error))}`)
      return null
    }
  }

  private lineOfAlias(error: unknown): number {
    const name = /alias.*: (.+)$/.exec(String(error))?.[1]
    let line = 1
    visit(this.document, {
      Alias: (_, { source, range }) => {
        if (source !== name || !range) return undefined
        line = this.lines.linePos(range[0]).line
        return visit.BREAK
      },
    })
    return line
  }

  /** Parses the value with `schema`; null when it does not fit, with the mistakes noted. */
  read<Output>(schema: z.ZodType<Output>): Output | null {
    if (!this.isWhole) return null
    const parsed = schema.safeParse(this.value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) this.noteIssue(issue)
    return null
  }

  /** The parsed YAML without validation. */
  raw(): unknown {
    return this.isWhole ? this.value : null
  }

  /** Adds a mistake about the value at a path. */
  mistake(path: Path, message: string): void {
    this.add(this.lineOf(path), path.length > 0 ? path.map(String).join('.') : null, message)
  }

  private noteIssue(issue: z.core.$ZodIssue): void {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.mistake([...issue.path, key], 'is not known here')
      return
    }
    if (issue.code === 'invalid_type' && issue.input === undefined && !this.has(issue.path)) {
      this.mistake(
        issue.path,
        `is missing; expected ${issue.expected === 'string' ? 'text' : issue.expected}`,
      )
      return
    }
    const value = this.document.getIn(issue.path)
    const hint =
      issue.code === 'invalid_type' &&
      issue.expected === 'string' &&
      ['number', 'boolean'].includes(typeof value)
        ? '; put it in quotes'
        : ''
    this.mistake(issue.path, `${issue.message.replace(/^Invalid (input|option): /, '')}${hint}`)
  }

  private has(path: Path): boolean {
    return path.length === 0 || this.document.hasIn(path)
  }

  private lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const parent = this.document.getIn(path.slice(0, length - 1), true)
      const key = path[length - 1]
      const pair = isMap(parent)
        ? parent.items.find(item => isPair(item) && isScalar(item.key) && item.key.value === key)
        : undefined
      const node = pair ? pair.key : this.document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line
    }
    return 1
  }

  private add(line: number, field: string | null, message: string): void {
    this.mistakes.push({ file: this.file, line: line + this.lineOffset, field, message })
  }
}

const firstLine = (text: string) => text.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? text
