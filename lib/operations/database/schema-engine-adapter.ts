import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, DriverAdapterError, type SqlQueryable } from '@prisma/driver-adapter-utils'
import { DatabaseError, type Pool, type QueryArrayResult } from 'pg'

const CHAR_TYPE = 18
const TEXT_TYPE = 25

type QueryRaw = SqlQueryable['queryRaw']

/** Prisma's Postgres adapter with two faults mended that the schema engine meets. */
export class SchemaEngineAdapter extends PrismaPg {
  readonly #charColumns = new Set<string>()

  constructor(pool: Pool) {
    super(pool)
    disguiseCharColumns(pool, this.#charColumns)
  }

  override async connect() {
    const adapter = await super.connect()
    adapter.queryRaw = revealingCharColumns(adapter.queryRaw.bind(adapter), this.#charColumns)
    adapter.executeScript = (script) => executeWhole(adapter.underlyingDriver(), script)
    return adapter
  }
}

/**
 * The adapter cuts a script at every semicolon, even inside a function's body, and spreads the pieces over
 * connections. Sent whole, a script is one transaction: a migration happens or it does not.
 */
async function executeWhole(pool: Pool, script: string): Promise<void> {
  try {
    await pool.query(script)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const { code = '', severity = '', message, detail, column, hint } = error
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
  }
}

/** The catalogue has columns of the one-byte type "char", which the adapter refuses: it is shown text instead. */
function disguiseCharColumns(pool: Pool, names: Set<string>): void {
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<QueryArrayResult>
  Object.assign(pool, {
    query: async (...input: unknown[]) => {
      const result = await query(...input)
      for (const field of result.fields ?? []) {
        if (field.dataTypeID !== CHAR_TYPE) continue
        field.dataTypeID = TEXT_TYPE
        names.add(field.name)
      }
      return result
    },
  })
}

/** The engine on the other side does want characters. It asks one query at a time. */
function revealingCharColumns(queryRaw: QueryRaw, names: Set<string>): QueryRaw {
  return async (query) => {
    names.clear()
    const result = await queryRaw(query)
    const columnTypes = result.columnTypes.map((type, index) =>
      names.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    )
    return { ...result, columnTypes }
  }
}
