import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { ResultSource } from '@/lib/platform/prisma-client/enums'
import { judgeAgain } from '../judge-again'
import { MILLION } from '../quantity'
import type { ResultStatus, ResultValue } from '../result'
import { findResults, type ResultRow } from './result-rows'
import { releaseByPolicy } from './keep-releases'
import { testOfResult } from './test-of-result'

/** A result that is about to be kept. The reader has seen that it makes sense; nothing is converted here. */
export type NewResult = {
  patientId: string
  teamId: string
  source: ResultSource
  messageId: string | null
  code: string
  /** Null for a cancelled one, which has none. */
  value: ResultValue | null
  referenceRange: string | null
  status: ResultStatus
  sampledOn: CalendarDate
  reportedAt: Date | null
  orderNumber: string | null
  /** The version that this one takes the place of. */
  replaces: ResultRow | null
  confirmedSlip: string | null
  recordedById: string | null
}

/**
 * Keeps a result, attaches it to the test that waits for it, judges it at once and opens its review. Call it with the
 * patient's results locked.
 *
 * @returns its id
 */
export async function keepResult(tx: Tx, result: NewResult): Promise<string> {
  const { code, value, replaces, sampledOn, ...facts } = result
  const { patientId } = facts
  const id = uuidv7()
  await tx.result.create({
    data: {
      id,
      ...facts,
      ...(await placeOf(tx, result)),
      analyteCode: code,
      ...columnsOf(value),
      sampledOn: toDatabaseDate(sampledOn),
      replacesId: replaces?.id ?? null,
      recordedAt: now(),
    },
  })
  await judgeAgain(tx, patientId)
  const kept = (await findResults(tx, { patientId })).find((row) => row.id === id)
  if (kept) await releaseByPolicy(tx, kept)
  return id
}

/** A correction stays with the test of what it replaces. */
async function placeOf(tx: Tx, result: NewResult): Promise<{ teamId: string; testId: string | null }> {
  const { replaces, teamId, patientId } = result
  if (replaces) return { teamId: replaces.teamId, testId: replaces.testId }
  const test = await testOfResult(tx, result, await findResults(tx, { patientId }))
  return { teamId: test?.teamId ?? teamId, testId: test?.id ?? null }
}

function columnsOf(value: ResultValue | null) {
  if (value === null) return {}
  if (value.kind === 'report') return { reportText: value.text, outcome: value.outcome }
  const { written, comparator, millionths } = value.quantity
  return { valueText: written, comparator, value: (millionths / MILLION).toFixed(6), unit: value.unit }
}
