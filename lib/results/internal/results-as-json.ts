import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { Prisma } from '@/lib/platform/prisma-client/client'
import { listFromJson } from '@/lib/platform/rows-as-json'
import type { StoredResult } from './result-rows'

const DATES = {
  results: ['sampledOn', 'reportedAt', 'recordedAt'],
  judgements: ['judgedAt'],
  reviews: ['reviewedOn', 'recordedAt'],
  releases: ['releasedAt', 'recordedAt'],
  tellings: ['on', 'nextOn', 'recordedAt'],
  choices: ['recordedAt'],
} as const

/** Statements of what is read: of results, and of each table of what was said of them, about `mine`. */
type Statements = Record<keyof ResultLists, Prisma.Sql>

/** What the columns give: each a list, or null for none. */
export type ResultLists = {
  results: string | null
  judgements: string | null
  reviews: string | null
  releases: string | null
  tellings: string | null
  choices: string | null
}

type Said = { resultId: string }

/**
 * Results with what was said of them, oldest first, by one statement. What belongs to a result is read by its own list, as in
 * a subquery for each row security would be asked anew for each.
 *
 * @param read `results` gives the rows; each of the others reads from `mine`, the ids of these. All under the client's names
 */
export async function readResultsAsJson(tx: Tx, read: Statements): Promise<StoredResult[]> {
  const { found, columns } = resultsAsJson(read)
  const [lists] = await tx.$queryRaw<ResultLists[]>`with ${found} select ${columns}`
  return lists ? assembledResults(lists) : []
}

/** The same as parts of a longer statement: `found`, what goes before its rows, and `columns`, the `ResultLists` that they give. */
export function resultsAsJson(read: Statements): { found: Prisma.Sql; columns: Prisma.Sql } {
  return {
    found: Prisma.sql`
      found as materialized (${read.results}), mine as materialized (select array_agg(id)::uuid[] as ids from found)`,
    columns: Prisma.sql`
      (select json_agg(found order by id) from found)::text as results,
      (select json_agg(one order by id) from (${read.judgements}) as one)::text as judgements,
      (select json_agg(one order by id) from (${read.reviews}) as one)::text as reviews,
      (select json_agg(one order by id) from (${read.releases}) as one)::text as releases,
      (select json_agg(one order by id) from (${read.tellings}) as one)::text as tellings,
      (select json_agg(one order by id) from (${read.choices}) as one)::text as choices`,
  }
}

/** The results that the columns of such a statement gave. */
export function assembledResults(lists: ResultLists): StoredResult[] {
  const said = {
    judgements: saidIn(lists, 'judgements'),
    reviews: saidIn(lists, 'reviews'),
    releases: saidIn(lists, 'releases'),
    tellings: saidIn(lists, 'tellings'),
    choices: saidIn(lists, 'choices'),
  }
  const rows = listFromJson<{ id: string }>(lists.results, DATES.results)
  for (const row of rows)
    Object.assign(row, {
      judgements: said.judgements.get(row.id) ?? [],
      reviews: said.reviews.get(row.id) ?? [],
      releases: said.releases.get(row.id) ?? [],
      tellings: said.tellings.get(row.id) ?? [],
      choices: said.choices.get(row.id) ?? [],
    })
  return rows as unknown as StoredResult[]
}

function saidIn(lists: ResultLists, kind: keyof ResultLists): Map<string, Said[]> {
  return Map.groupBy(listFromJson<Said>(lists[kind], DATES[kind]), ({ resultId }) => resultId)
}
