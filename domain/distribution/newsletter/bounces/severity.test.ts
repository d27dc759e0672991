import { describe, expect, it } from 'vitest'
import { codeIn, severityOf, statusIn } from './severity.ts'

/* Answers of real servers to RCPT TO or to the end of DATA. */
const HARD = [
  "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's address",
  '550 5.1.1 <x@example.net>: Recipient address rejected: User unknown in local recipient table',
  '550 5.5.0 Requested action not taken: mailbox unavailable',
  '550 5.4.1 Recipient address rejected: Access denied. AS(201806281)',
  '554 delivery error: dd This user does not have an account here; no such user',
  '550 5.2.1 The email account that you tried to reach is disabled',
  '550 5.7.1 Unable to relay: no such recipient here',
  '556 5.1.10 Domain does not accept mail (null MX)',
  '551 User not local',
  '550 No such person at this address',
]
const SOFT = [
  '452 4.2.2 The email account that you tried to reach is over quota',
  '552 5.2.2 Mailbox full',
  '550 5.1.1 Mailbox quota exceeded',
  '552 5.3.4 Message size exceeds fixed maximum message size',
  '550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus',
  '550-5.7.26 Your email has been blocked because the sender is unauthenticated',
  '550 SPF check failed: sender is not allowed by policy',
  '554 5.7.1 Message rejected due to its content: spam',
  '421 4.7.0 Try again later, closing connection',
  '450 4.2.0 <x@example.net>: Recipient address rejected: Greylisted',
  '554 5.4.14 Hop count exceeded - possible mail loop',
  '554 Transaction failed',
  '',
]

const severity = (text: string) => severityOf({ status: statusIn(text), code: codeIn(text), text })

describe('a refusal', () => {
  it.each(HARD)('is hard: %s', text => {
    expect(severity(text)).toBe('hard')
  })

  it.each(SOFT)('is soft: %s', text => {
    expect(severity(text)).toBe('soft')
  })

  it.each([
    ['550 5.1.1 unknown', '5.1.1', '550'],
    ['host mx[5.1.1.7] said: 550-5.7.26 no', '5.7.26', '550'],
    ['#550 5.1.1 RESOLVER', '5.1.1', '550'],
    ['received 500 bytes in 420 seconds', null, null],
    ['version 15.1.2 of 2.0.0', null, null],
  ])('has its codes: %s', (text, status, code) => {
    expect([statusIn(text), codeIn(text)]).toEqual([status, code])
  })
})
