import pino from 'pino'
import { logLevel } from './env'

/** Never in a log: who a person is, what was typed, and anything that opens a door. */
const REDACTED = [
  'nhsNumber',
  'name',
  'givenName',
  'familyName',
  'email',
  'password',
  'token',
  'values',
  'headers',
  'cookie',
]

const root = pino({
  level: logLevel(),
  redact: { paths: [...REDACTED, ...REDACTED.map((key) => `*.${key}`)], censor: '[redacted]' },
  base: null,
})

/** A logger whose every line names its module. */
export function logger(module: string): pino.Logger {
  return root.child({ module })
}
