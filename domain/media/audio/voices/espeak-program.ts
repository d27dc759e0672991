/*
 * espeak-ng as WebAssembly, run like the program: the text on stdin, WAV on stdout. It is a process of its own, with
 * nothing of the portal in it, because espeak-ng is under the GPL; the package is optional (docs/decisions/028).
 */
import { readFileSync } from 'node:fs'

type Espeak = {
  FS: { readFile: (name: string) => Uint8Array; writeFile: (name: string, text: string) => void }
}
type Start = (options: {
  arguments: string[]
  preRun: ((module: Espeak) => void)[]
  print: (text: string) => void
  printErr: (text: string) => void
}) => Promise<Espeak>

const say = (text: string) => process.stderr.write(`${text}\n`)
/* A name in a variable: the compiler must not ask for the types of a package that may be missing. */
const name = 'espeak-ng'
const start = ((await import(name)) as { default: Start }).default
const given = process.argv.slice(2).filter(each => each !== '--stdin' && each !== '--stdout')
const espeak = await start({
  arguments: [...given, '-f', 'text', '-w', 'sound.wav'],
  preRun: [({ FS }) => FS.writeFile('text', readFileSync(0, 'utf8'))],
  print: say,
  printErr: say,
})
process.stdout.write(espeak.FS.readFile('sound.wav'))
