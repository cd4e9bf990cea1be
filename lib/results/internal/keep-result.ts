import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { ResultSource } from '@/lib/platform/prisma-client/enums'
import { MILLION } from '../quantity'
import type { ResultStatus, ResultValue } from '../result'
import { judgeResults } from './judge-results'
import { findResults, type ResultRow } from './result-rows'
import { releaseByPolicy } from './keep-releases'
import { oweReviews } from './review-tasks'
import { testOfResult } from './test-of-result'

/** A result that is about to be kept. The reader has seen that it makes sense; nothing is converted here. */
export type NewResult = {
  patientId: string
  teamId: string
  source: ResultSource
  messageId?: string | null
  code: string
  /** Null for a cancelled one, which has none. */
  value: ResultValue | null
  referenceRange?: string | null
  status: ResultStatus
  sampledOn: CalendarDate
  reportedAt?: Date | null
  orderNumber?: string | null
  /** The version that this one takes the place of. */
  replaces?: ResultRow | null
  confirmedSlip?: string | null
  recordedById: string | null
}

/**
 * Keeps a result, attaches it to the test that waits for it, judges it at once and opens its review. Call it with the
 * patient's results locked.
 *
 * @returns its id
 */
export async function keepResult(tx: Tx, result: NewResult): Promise<string> {
  const { patientId } = result
  const id = uuidv7()
  const earlier = await findResults(tx, { patientId })
  const test = result.replaces ? null : await testOfResult(tx, result, earlier)
  await tx.result.create({
    data: {
      id,
      patientId,
      teamId: test?.teamId ?? result.replaces?.teamId ?? result.teamId,
      testId: result.replaces ? result.replaces.testId : (test?.id ?? null),
      source: result.source,
      messageId: result.messageId ?? null,
      analyteCode: result.code,
      ...columnsOf(result.value),
      referenceRange: result.referenceRange || null,
      status: result.status,
      sampledOn: toDatabaseDate(result.sampledOn),
      reportedAt: result.reportedAt ?? null,
      orderNumber: result.orderNumber ?? null,
      replacesId: result.replaces?.id ?? null,
      confirmedSlip: result.confirmedSlip ?? null,
      recordedAt: now(),
      recordedById: result.recordedById,
    },
  })
  await reconsiderResults(tx, patientId)
  const kept = (await findResults(tx, { patientId })).find((row) => row.id === id)
  if (kept) await releaseByPolicy(tx, kept)
  return id
}

/** Judges the patient's results anew and makes the ledger agree. */
export async function reconsiderResults(tx: Tx, patientId: string): Promise<void> {
  if ((await judgeResults(tx, patientId, await findResults(tx, { patientId }))) === 0) return
  await oweReviews(tx, patientId, 'superseded')
}

function columnsOf(value: ResultValue | null) {
  if (value === null) return {}
  if (value.kind === 'report') return { reportText: value.text, outcome: value.outcome }
  const { written, comparator, millionths } = value.quantity
  return { valueText: written, comparator, value: (millionths / MILLION).toFixed(6), unit: value.unit }
}
