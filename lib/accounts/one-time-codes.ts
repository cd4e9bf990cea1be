import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** Time-based one-time passwords, RFC 6238: what every authenticator app makes. */
const PERIOD_SECONDS = 30
const DIGITS = 6

/** A clock may be one step out, either way (RFC 6238, 5.2). */
const STEPS_OUT = 1

const RECOVERY_CODES = 10
/** Without letters that are read as digits. */
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const RECOVERY_GROUPS = 4
const RECOVERY_GROUP_LENGTH = 4

/** A new secret for an authenticator app, in base 32 (160 bits). */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the app reads from the picture. */
export function secretAddress(secret: string, email: string): string {
  return codesOf(secret, email).toString()
}

/**
 * The step of time that the code is of, or null if it is not a code of now. Each step counts once: whoever calls this
 * stores it and takes only later ones (OWASP ASVS 5.0, 6.5.1).
 */
export function stepOfCode(secret: string, typed: string, now: Date): number | null {
  const code = typed.replace(/\s/g, '')
  if (!new RegExp(`^\\d{${DIGITS}}$`).test(code)) return null
  const timestamp = now.getTime()
  const delta = codesOf(secret).validate({ token: code, timestamp, window: STEPS_OUT })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}

/** Codes on paper, for the day the telephone is lost: `abcd-efgh-jkmn-pqrs`, about 79 bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: RECOVERY_GROUPS }, () => letters(RECOVERY_GROUP_LENGTH)).join('-'),
  )
}

/** What is stored of a recovery code, however it is typed. SHA-256, hex. */
export function hashOfRecoveryCode(typed: string): string {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(code).digest('hex')
}

function letters(count: number): string {
  return Array.from({ length: count }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]).join('')
}

function codesOf(secret: string, label = 'account'): TOTP {
  return new TOTP({
    issuer: 'Alongside',
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}
