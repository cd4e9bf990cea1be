import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/platform/env'

const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * A second factor's secret as the database keeps it: AES-256-GCM under ALONGSIDE_TOTP_KEY, which the database never
 * sees, and bound to the member of staff, so that one row's secret is of no use in another.
 */
export function sealSecret(secret: string, staffId: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(staffId))
  const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${VERSION}.${sealed.toString('base64url')}`
}

/** @throws Error if it was sealed for somebody else, under another key, or was altered */
export function openSecret(sealed: string, staffId: string): string {
  const [version, text = ''] = sealed.split('.')
  if (version !== VERSION) throw new Error('a second factor was sealed in a way that is not known')
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(staffId)).setAuthTag(bytes.subarray(-TAG_BYTES))
  const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
  return Buffer.concat([opened, decipher.final()]).toString('utf8')
}

function key(): Buffer {
  const given = Buffer.from(env().ALONGSIDE_TOTP_KEY, 'base64')
  return Buffer.from(hkdfSync('sha256', given, '', 'alongside second factor', 32))
}
