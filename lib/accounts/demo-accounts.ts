/** Demo accounts are known by their address: a domain that can never be anybody's (RFC 2606). */
export const DEMO_EMAIL_DOMAIN = 'demo.example.org'

/** Whether the account is one of the demo data, whose passwords everybody knows. */
export function isDemoEmail(email: string): boolean {
  return email.endsWith(`@${DEMO_EMAIL_DOMAIN}`)
}

type Queryable = {
  query(text: string, values: unknown[]): Promise<{ rows: { found: boolean }[] }>
}

/**
 * Whether the database holds demo accounts: live mode must not be served from it.
 *
 * @param connection as role `owner` or `app_auth`; role `app` sees no staff without a session
 */
export async function hasDemoData(connection: Queryable): Promise<boolean> {
  const { rows } = await connection.query('select exists (select from staff where email like $1) as found', [
    `%@${DEMO_EMAIL_DOMAIN}`,
  ])
  return rows[0]?.found ?? false
}
