import { randomUUID } from 'node:crypto'
import { Client, Pool, type QueryConfig } from 'pg'

/** A statement as it was sent, with its parameters. */
export type Statement = { name?: string; text: string; values: unknown[] }

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What a piece of the application sends to the database while it runs once, in order. */
export async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const original = Reflect.get(Client.prototype, 'query') as (...given: unknown[]) => unknown
  const statements: Statement[] = []
  Reflect.set(Client.prototype, 'query', function (this: Client, ...given: unknown[]) {
    const statement = statementOf(given)
    if (statement) statements.push(statement)
    return original.apply(this, given)
  })
  try {
    await work()
  } finally {
    Reflect.set(Client.prototype, 'query', original)
  }
  return statements
}

/** A pool hands on what it is given with a callback; what has neither text nor config is the driver's own. */
function statementOf([config, values]: unknown[]): Statement | undefined {
  if (typeof config === 'string') return { text: config, values: Array.isArray(values) ? values : [] }
  const { name, text, values: own } = config as QueryConfig
  if (!text) return undefined
  return { ...(name && { name }), text, values: own ?? (Array.isArray(values) ? values : []) }
}

/**
 * The same statements about somebody else.
 *
 * @param names ids to put in the place of recorded ones; an id in neither list was made up while recording, and gets a
 *   fresh one
 * @param kept ids that stay
 */
export function retold(
  statements: readonly Statement[],
  names: ReadonlyMap<string, string>,
  kept: ReadonlySet<string>,
): Statement[] {
  const renamed = new Map(names)
  const nameOf = (id: string) => {
    if (kept.has(id)) return id
    const name = renamed.get(id) ?? randomUUID()
    renamed.set(id, name)
    return name
  }
  const told = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(UUID, nameOf)
    return Array.isArray(value) ? value.map(told) : value
  }
  return statements.map((statement) => ({ ...statement, values: statement.values.map(told) }))
}

/** Sends recorded statements over connections of its own, as the application's role. */
export class Replay {
  private readonly pool: Pool
  private readonly oneWait: boolean

  /** @param oneWait sends all statements together and waits once, as hot reads do; otherwise each waits for the one before */
  constructor(appUrl: string, connections: number, oneWait: boolean) {
    this.pool = new Pool({ connectionString: appUrl, max: connections, pipeline: oneWait })
    this.oneWait = oneWait
  }

  async send(statements: readonly Statement[]): Promise<void> {
    const connection = await this.pool.connect()
    try {
      if (this.oneWait) await Promise.all(statements.map((statement) => connection.query(statement)))
      else for (const statement of statements) await connection.query(statement)
    } finally {
      connection.release()
    }
  }

  end(): Promise<void> {
    return this.pool.end()
  }
}
