import { type ChildProcess, spawn } from 'node:child_process'
import { ExpectedError } from '#errors/expected-error.ts'

type Run = {
  program: string
  parameters: readonly string[]
  /** The text, for its standard input. */
  input: string
  environment?: Record<string, string>
  signal: AbortSignal
}

/* The end of what a program says of its failure. */
const MOST_SAID = 300

/**
 * Runs a program without a shell and gives what it writes, as it comes. A reader of the stream who stops ends it.
 * @throws ExpectedError 'voice.noProgram' when it cannot be started, 'voice.programFailed' when it ends with an error
 */
export async function* runProgram({
  program,
  parameters,
  input,
  environment,
  signal,
}: Run): AsyncGenerator<Uint8Array> {
  const child = spawn(program, parameters, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    signal,
    killSignal: 'SIGKILL',
  })
  const ended = endOf(child)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID)
  })
  /* A program that ends before it has read everything says why by its status. */
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  try {
    for await (const chunk of child.stdout) yield chunk
    const { code, fault } = await ended
    signal.throwIfAborted()
    if (fault) throw new ExpectedError('voice.noProgram', { program, reason: fault.code ?? fault.message })
    if (code !== 0)
      throw new ExpectedError('voice.programFailed', { program, status: code ?? 'signal', said: said.trim() })
  } finally {
    child.kill('SIGKILL')
  }
}

function endOf(child: ChildProcess): Promise<{ code: number | null; fault?: NodeJS.ErrnoException }> {
  return new Promise(resolve => {
    child.once('error', fault => resolve({ code: null, fault }))
    child.once('close', code => resolve({ code }))
  })
}
