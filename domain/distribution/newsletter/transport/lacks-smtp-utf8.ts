type Connection = {
  queueEntry?: { mail?: unknown } | false
  connection?: { _supportedExtensions?: string[] }
}
type Pool = { transporter: { _connections?: Connection[] } }

/**
 * Whether the server on whose connection a message of nodemailer's pool is on its way has said that it takes no
 * international addresses. The pool tells nobody what its servers can do, so this looks into it; where it finds nothing,
 * the server decides.
 */
export function lacksSmtpUtf8(transport: unknown, mail: unknown): boolean {
  const connections = (transport as Pool).transporter._connections ?? []
  const own = connections.find(({ queueEntry }) => queueEntry && queueEntry.mail === mail)
  const abilities = own?.connection?._supportedExtensions
  return abilities !== undefined && !abilities.includes('SMTPUTF8')
}
