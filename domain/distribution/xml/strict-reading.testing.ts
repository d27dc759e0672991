/* For tests: reads XML as strictly as possible here. */
import { spawnSync } from 'node:child_process'
import { SaxesParser } from 'saxes'

/** Whether libxml2's own program is installed (Debian: libxml2-utils). Without it, only well-formedness is checked. */
export const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined

/** The complaints of a strict parser; empty for a well-formed document with correct namespaces. */
export function faultsInXml(xml: string): string[] {
  const faults: string[] = []
  const parser = new SaxesParser({ xmlns: true, fragment: false })
  parser.on('error', error => faults.push(error.message))
  parser.write(xml).close()
  return faults
}

/** The complaints of xmllint by a schema, an XSD or a RELAX NG grammar; empty for a valid document. */
export function faultsBySchema(xml: string, schema: string): string {
  const kind = schema.endsWith('.rng') ? '--relaxng' : '--schema'
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', kind, schema, '-'], {
    input: xml,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return status === 0 ? '' : stderr.slice(0, 2000)
}
