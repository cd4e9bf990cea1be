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
import type { Answers } from '../answers'
import { chosenTest, keepChoice } from './chosen-test'
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
  /** The test that somebody chose as they filed it; by its date where nobody did. */
  answers?: Answers
  recordedById: string | null
}

/**
 * Keeps a result, attaches it to the test that waits for it, judges it at once and opens its review. Call it with the
 * patient's results locked.
 *
 * @returns its id
 */
export async function keepResult(tx: Tx, result: NewResult): Promise<string> {
  const { code, value, replaces, sampledOn, answers: _, ...facts } = result
  const { patientId, recordedById } = facts
  const id = uuidv7()
  const { isChosen, ...place } = await placeOf(tx, result)
  await tx.result.create({
    data: {
      id,
      ...facts,
      ...place,
      analyteCode: code,
      ...columnsOf(value),
      sampledOn: toDatabaseDate(sampledOn),
      replacesId: replaces?.id ?? null,
      recordedAt: now(),
    },
  })
  if (isChosen)
    await keepChoice(tx, {
      patientId,
      resultId: id,
      ...place,
      reason: 'Chosen as it was filed',
      recordedById,
    })
  await judgeAgain(tx, patientId)
  const kept = (await findResults(tx, { patientId })).find((row) => row.id === id)
  if (kept) await releaseByPolicy(tx, kept)
  return id
}

type Place = { teamId: string; testId: string | null; isChosen: boolean }

/** A correction stays with the test of what it replaces. */
async function placeOf(tx: Tx, result: NewResult): Promise<Place> {
  const { replaces, teamId, patientId, answers = 'by_date' } = result
  if (replaces) return { teamId: replaces.teamId, testId: replaces.testId, isChosen: false }
  if (answers !== 'by_date') {
    const test = await chosenTest(tx, result, answers)
    return { teamId: test?.teamId ?? teamId, testId: test?.id ?? null, isChosen: true }
  }
  const test = await testOfResult(tx, result, await findResults(tx, { patientId }))
  return { teamId: test?.teamId ?? teamId, testId: test?.id ?? null, isChosen: false }
}

/** A value as its columns hold it. */
export function columnsOf(value: ResultValue | null) {
  if (value === null) return {}
  if (value.kind === 'report') return { reportText: value.text, outcome: value.outcome }
  const { written, comparator, millionths } = value.quantity
  return { valueText: written, comparator, value: (millionths / MILLION).toFixed(6), unit: value.unit }
}
