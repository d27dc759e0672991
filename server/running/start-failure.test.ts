import { expect, it } from 'vitest'
import { ExpectedError } from '#errors/expected-error.ts'
import { explainStartFailure } from './start-failure.ts'

const fault = (code: string) => Object.assign(new Error(code), { code, syscall: 'listen' })

it.each([
  [
    fault('EADDRINUSE'),
    'Port 3000 is taken by another program. End that program, or choose another port: PORT=3001 npm start',
  ],
  [
    fault('EACCES'),
    'This user may not listen on port 3000. Choose a port above 1023, for instance PORT=3000.',
  ],
  [
    fault('EADDRNOTAVAIL'),
    'The portal cannot listen on 192.0.2.1: this machine has no such address. Correct the setting HOST, for instance HOST=127.0.0.1.',
  ],
  [
    new ExpectedError('start.demoFaulty', { mistakes: "stories/a.md:3: 'b' is {no} <section>" }),
    "stories/a.md:3: 'b' is {no} <section>\nCorrect demo/, or start with PRESS_DEMO=0 and an empty database.",
  ],
])('explains %s in one sentence with a remedy', (error, words) => {
  expect(explainStartFailure(error, 3000, '192.0.2.1')).toBe(words)
})

it('prints everything there is about a fault of the program', () => {
  expect(explainStartFailure(new Error('boom'), 3000, '127.0.0.1')).toMatch(/boom\n\s+at /)
})
