/* For tests: XML read as strictly as can be had here. */
import { spawnSync } from 'node:child_process'
import { SaxesParser } from 'saxes'

/** Whether libxml2's own program is here (Debian: libxml2-utils); without it, only well-formedness is known. */
export const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined

/** What a strict parser has against a text; empty for a document that is well formed, namespaces and all. */
export function faultsInXml(xml: string): string[] {
  const faults: string[] = []
  const parser = new SaxesParser({ xmlns: true, fragment: false })
  parser.on('error', error => faults.push(error.message))
  parser.write(xml).close()
  return faults
}

/** What xmllint has against it by a schema: an XSD, or a grammar of RELAX NG. Empty for a valid document. */
export function faultsBySchema(xml: string, schema: string): string {
  const kind = schema.endsWith('.rng') ? '--relaxng' : '--schema'
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', kind, schema, '-'], {
    input: xml,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return status === 0 ? '' : stderr.slice(0, 2000)
}
