import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { messageOf, OperatorError } from '../operator-error'

/** The database roles, as the access rules name them. */
export const DATABASE_ROLES = ['owner', 'app', 'app_auth', 'worker', 'auditor', 'backup'] as const
export type DatabaseRole = (typeof DATABASE_ROLES)[number]
export type RolePasswords = Readonly<Record<DatabaseRole, string>>

const secretsSchema = z.object({
  superuserPassword: z.string(),
  rolePasswords: z.record(z.enum(DATABASE_ROLES), z.string()),
  /** Signs session tokens. */
  sessionKey: z.string(),
  /** Encrypts second-factor seeds: 32 bytes in base64. */
  totpKey: z.string(),
})
export type Secrets = Readonly<z.infer<typeof secretsSchema>>

/** A fresh set, each 256 bits from the system's generator. */
export function newSecrets(): Secrets {
  const rolePasswords = Object.fromEntries(DATABASE_ROLES.map((role) => [role, randomPassword()]))
  return {
    superuserPassword: randomPassword(),
    rolePasswords: rolePasswords as Record<DatabaseRole, string>,
    sessionKey: randomBytes(32).toString('base64'),
    totpKey: randomBytes(32).toString('base64'),
  }
}

/**
 * The secrets kept in `secrets.json` of the folder, made at first use. Readable by this user only.
 *
 * @throws OperatorError if the file cannot be read or written
 */
export function keptSecrets(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json')
  try {
    if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return write(file, newSecrets())
  } catch (error) {
    throw new OperatorError(`Cannot use ${file}: ${messageOf(error)}`)
  }
}

/**
 * Takes the keys over that a restored database was written with; its passwords stay those of this folder.
 *
 * @param text a `secrets.json` of then
 */
export function adoptKeys(folder: string, text: string): void {
  const { sessionKey, totpKey } = secretsSchema.parse(JSON.parse(text))
  write(path.join(folder, 'secrets.json'), { ...keptSecrets(folder), sessionKey, totpKey })
}

function write(file: string, secrets: Secrets): Secrets {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}

function randomPassword(): string {
  return randomBytes(32).toString('base64url')
}
