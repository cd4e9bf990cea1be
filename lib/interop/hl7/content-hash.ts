import 'server-only'

import { createHash } from 'node:crypto'

const LINE_ENDS = /[\r\n]+/
const SENT_AT = 6

/**
 * SHA-256 over what a message says, in hexadecimal. Line ends and MSH-7 do not count: some senders write the time anew
 * when they send again.
 */
export function contentHash(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('latin1').trim().split(LINE_ENDS)
  const header = lines[0] ?? ''
  const separator = header.charAt(header.indexOf('MSH') + 3)
  const fields = header.split(separator)
  if (separator !== '' && fields.length > SENT_AT) fields[SENT_AT] = ''
  lines[0] = fields.join(separator)
  return createHash('sha256').update(lines.join('\r'), 'latin1').digest('hex')
}
