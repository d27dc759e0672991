import { isIP } from 'node:net'
import { isPublicAddress } from '#outside/public-address.ts'
import { isThisMachine } from '#settings/local-host.ts'

/* Servers that take mail are seldom those that pass it on: providers publish those under a name of their own. */
const PROVIDERS = [
  ['amazonaws.com', 'amazonses.com'],
  ['resend.com', 'amazonses.com'],
  ['gmail.com', '_spf.google.com'],
  ['google.com', '_spf.google.com'],
  ['office365.com', 'spf.protection.outlook.com'],
  ['outlook.com', 'spf.protection.outlook.com'],
  ['sendgrid.net', 'sendgrid.net'],
  ['mailgun.org', 'mailgun.org'],
  ['mailjet.com', 'spf.mailjet.com'],
  ['brevo.com', 'spf.brevo.com'],
  ['sendinblue.com', 'spf.brevo.com'],
  ['postmarkapp.com', 'spf.mtasv.net'],
  ['fastmail.com', 'spf.messagingengine.com'],
  ['messagingengine.com', 'spf.messagingengine.com'],
] as const

/** The mechanism of SPF that allows the server of SMTP_URL; null for a relay near by, whose public address is not known. */
export function relayMechanism(host: string): string | null {
  const literal = host.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(literal)
  if (family > 0) return isPublicAddress(literal) ? `ip${family}:${literal}` : null
  const name = host.toLowerCase().replace(/\.$/, '')
  if (isThisMachine(name) || !name.includes('.') || /\.(?:internal|local|lan)$/.test(name)) return null
  const provider = PROVIDERS.find(([suffix]) => name === suffix || name.endsWith(`.${suffix}`))
  return provider ? `include:${provider[1]}` : `a:${name}`
}
