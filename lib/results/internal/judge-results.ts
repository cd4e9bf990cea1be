import 'server-only'
import { uuidv7 } from 'uuidv7'
import { listLivePathways, type LivePathway } from '@/lib/follow-up/live-pathways'
import { resultAlerts } from '@/lib/follow-up/pathway-alerts'
import { londonDate } from '@/lib/nhs/instant'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { isJudgedFrom } from '../alerts-of-results'
import { judgementOf, saysTheSame, type Judgement, type ProtocolOpinion } from '../judgement'
import { knownTests } from '../known-tests'
import { isReading, resultsInForce, type ResultFact } from '../result'
import { alertKeys } from '../review-state'
import { testsWith } from '../what-was-examined'
import type { ResultRow } from './result-rows'

/**
 * Judges every result in force by the protocols that the person is followed up by, and keeps what is new: a result that
 * came late, or a correction, changes what is said of those sampled after it.
 *
 * @returns how many were judged otherwise than before
 */
export async function judgeResults(tx: Tx, patientId: string, rows: readonly ResultRow[]): Promise<number> {
  const judged = judgedOtherwise(rows, await listLivePathways(tx, patientId))
  if (judged.length === 0) return 0
  await tx.resultJudgement.createMany({ data: judged.map(judgementRow) })
  return judged.length
}

type Judged = { row: ResultRow; judgement: Judgement }

/** The results whose judgement by these pathways is another than the last one that was kept. */
export function judgedOtherwise(rows: readonly ResultRow[], pathways: readonly LivePathway[]): Judged[] {
  const facts = rows.map(({ fact }) => fact)
  const known = facts.filter(({ receivedAt }) => londonDate(receivedAt) <= today())
  const opinions = pathways.map((pathway) => opinionsOf(pathway, known))
  const standing = new Set(resultsInForce(facts).map(({ id }) => id))
  return rows.flatMap((row) => {
    if (!standing.has(row.id) && row.judgements.length > 0) return []
    const said = opinions.map((opinionOn) => opinionOn(row.fact))
    const judgement = judgementOf(row.fact, said, row)
    const last = row.judgements.at(-1)
    if (!last) return [{ row, judgement }]
    const keys = alertKeys(last.alerts)
    // The end of a pathway takes back nothing that its rules objected to.
    if (keys.length > 0 && !said.some(({ isCovered }) => isCovered)) return []
    return saysTheSame({ isInRange: last.isInRange, keys }, judgement) ? [] : [{ row, judgement }]
  })
}

/** A judgement as it is kept. */
export function judgementRow({ row, judgement: { isInRange, alerts, protocol } }: Judged) {
  return {
    id: uuidv7(),
    patientId: row.patientId,
    resultId: row.id,
    teamId: row.teamId,
    isInRange,
    alerts: alerts as unknown as Prisma.JsonArray,
    protocolCode: protocol?.id ?? null,
    protocolVersion: protocol?.version ?? null,
    judgedAt: now(),
  }
}

/** What a pathway's protocol says of each of these results. */
function opinionsOf(
  { snapshot }: LivePathway,
  results: readonly ResultFact[],
): (result: ResultFact) => ProtocolOpinion {
  const { anchorOn } = snapshot
  const { id, version, alerts: rules, items } = snapshot.protocol
  const alerts = Map.groupBy(resultAlerts(snapshot, results, knownTests()), ({ resultId }) => resultId)
  const analytes = new Set(rules.flatMap((rule) => ('analyte' in rule ? rule.analyte : [])))
  const tests = new Set(items.map(({ test }) => test))
  const isAskedFor = (result: ResultFact): boolean =>
    isReading(result)
      ? analytes.has(result.code)
      : testsWith(knownTests(), result.code).some((test) => tests.has(test))
  return (result) => ({
    protocol: { id, version },
    alerts: alerts.get(result.id) ?? [],
    isCovered: isJudgedFrom(anchorOn, result) && isAskedFor(result),
  })
}
