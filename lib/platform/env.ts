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

/** What the job worker and the listener for messages are told: no role of requests, no key of sessions. */
const workerSchema = z.object({ DATABASE_WORKER_URL: z.string().startsWith('postgres') })

/** What the listener for messages is told beside that. Loopback unless said otherwise: MLLP has no log-in. */
const listenerSchema = workerSchema.extend({
  ALONGSIDE_MLLP_PORT: z.coerce.number().int().min(1).max(65_535),
  ALONGSIDE_MLLP_HOST: z.string().min(1).default('127.0.0.1'),
  ALONGSIDE_MLLP_ORGANISATION: z.string().min(1),
})

let parsed: Env | undefined
let parsedForWorker: z.infer<typeof workerSchema> | undefined

/**
 * The settings of this process, checked once.
 *
 * @throws Error naming each setting that is missing or not usable (its value is never in the message)
 */
export function env(): Env {
  parsed ??= settings(schema)
  return parsed
}

/** The settings of a process that does jobs. @throws Error as `env` does */
export function workerEnv(): z.infer<typeof workerSchema> {
  parsedForWorker ??= settings(workerSchema)
  return parsedForWorker
}

/** The settings of the process that listens for messages. @throws Error as `env` does */
export function listenerEnv(): z.infer<typeof listenerSchema> {
  return settings(listenerSchema)
}

/** Where this machine reaches the listener for messages; null where none is set up. */
export function listenerAddress(): { host: string; port: number } | null {
  const port = Number(process.env.ALONGSIDE_MLLP_PORT)
  const host = process.env.ALONGSIDE_MLLP_HOST || '127.0.0.1'
  return port > 0 ? { port, host: host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host } : null
}

function settings<Schema extends z.ZodType>(wanted: Schema): z.output<Schema> {
  const result = wanted.safeParse(process.env)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Settings cannot be used. ${faults.join('; ')}`)
}

/** Whether this deployment shows fictitious people and asks for no second factor. */
export function isDemo(): boolean {
  return process.env.ALONGSIDE_MODE !== 'live'
}

/** Whether the worker hands letters to a carrier; otherwise the team prints and posts them itself. */
export function lettersAreHandedOver(): boolean {
  return process.env.ALONGSIDE_LETTERS === 'notify'
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
  parsedForWorker = undefined
}
