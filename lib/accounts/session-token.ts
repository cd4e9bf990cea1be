import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** A new random session token (256 bits) and the hash of it that the session row keeps. */
export function newSessionToken(): { token: string; tokenHash: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  return { token, tokenHash: hashOfToken(token) }
}

/** SHA-256, hex. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
