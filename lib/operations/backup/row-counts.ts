import { escapeIdentifier, type Client } from 'pg'

/** How many rows each table holds. Needs a role that row security does not bind. */
export async function rowCounts(client: Client): Promise<Record<string, number>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ rows: number }>(
      `select count(*)::int as rows from ${escapeIdentifier(name)}`,
    )
    counts[name] = rows[0]?.rows ?? 0
  }
  return counts
}

/** Entries of the access log that do not follow from those before them; none if nobody tampered with it. */
export async function accessLogFaults(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ chain: number; sequence: string; fault: string }>(
    'select chain, sequence, fault from access.verify_access_log() limit 20',
  )
  return rows.map(({ chain, sequence, fault }) => `chain ${chain}, entry ${sequence}: ${fault}`)
}
