import { z } from 'zod'

const base64Key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length >= 32, 'must be at least 32 bytes in base64')

const schema = z.object({
  DATABASE_URL: z.string().startsWith('postgres'),
  DATABASE_AUTH_URL: z.string().startsWith('postgres'),
  ALONGSIDE_MODE: z.enum(['demo', 'live']).default('demo'),
  ALONGSIDE_SESSION_KEY: base64Key,
  ALONGSIDE_TOTP_KEY: base64Key,
  /** Where people reach the service; decides whether cookies are for https alone. */
  ALONGSIDE_ORIGIN: z.url().optional(),
  ALONGSIDE_POOL_SIZE: z.coerce.number().int().min(1).max(50).default(10),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/**
 * The settings of this process, checked once.
 *
 * @throws Error naming each setting that is missing or not usable (its value is never in the message)
 */
export function env(): Env {
  if (parsed) return parsed
  const result = schema.safeParse(process.env)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Settings cannot be used. ${faults.join('; ')}`)
  }
  parsed = result.data
  return parsed
}

/** Whether this deployment shows fictitious people and asks for no second factor. */
export function isDemo(): boolean {
  return process.env.ALONGSIDE_MODE !== 'live'
}

/** Whether `next dev` runs, whose own tools need a looser content-security policy. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development'
}

/** How much the log says; asked before the settings are checked. */
export function logLevel(): string {
  return process.env.ALONGSIDE_LOG_LEVEL ?? 'info'
}

/** For tests, which change settings while running. */
export function forgetEnv(): void {
  parsed = undefined
}
