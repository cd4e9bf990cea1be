import { Client } from 'pg'

/** The name under which `reference_set` remembers what demo data the database holds: loading, or loaded. */
export const DEMO_MARK = 'demo-data'

/**
 * Drops the embedded database if an earlier start was stopped while it loaded the demo data into it. Nobody was
 * served from it yet, so nothing of anybody's is lost, and the next start begins again.
 *
 * @param adminUrl the superuser, on another database of the server
 */
export async function dropIfHalfLoaded(adminUrl: string, database: string): Promise<void> {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  const [mark] = await query<{ hash: string }>(
    url.href,
    `select hash from reference_set where name = '${DEMO_MARK}'`,
    `to_regclass('reference_set') is not null`,
  )
  if (mark?.hash !== 'loading') return
  console.log('An earlier start was stopped while it loaded the demo data: beginning again.')
  await query(adminUrl, `drop database "${database}" with (force)`)
}

async function query<Row extends object>(url: string, text: string, condition = 'true'): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ met: boolean }>(`select ${condition} as met`)
    return rows[0]?.met ? (await client.query<Row>(text)).rows : []
  } finally {
    await client.end()
  }
}
