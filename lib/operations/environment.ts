/** Environment variables as they are handed on: always named one by one, never inherited whole. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What programs need to run at all. */
export function bareEnvironment(): Environment {
  const { PATH, HOME, LANG, NODE_EXTRA_CA_CERTS } = process.env
  return { PATH, HOME, LANG, NODE_EXTRA_CA_CERTS, NEXT_TELEMETRY_DISABLED: '1' }
}
