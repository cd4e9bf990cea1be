import { asActor } from '@/lib/access/as-actor'
import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import type { TestStep } from '@/lib/follow-up/test-steps'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { confirmResults } from '@/lib/results/confirm-results'
import { reviewResult } from '@/lib/results/review-result'
import { told, toTheDecision, type BowelCancer, type Decided } from './bowel-cancer'
import { filedResult } from './results'
import { recordedReview } from './review-drafts'

/** The five years of one person, and what works by itself in them. */
export type FiveYears = BowelCancer & {
  /** Works out what is owed, as every night. */
  night: () => Promise<unknown>
  /** Brings what the laboratory measured in the sample of a day: by message, or typed in. */
  laboratory: (value: string, sampledOn: CalendarDate) => Promise<void>
}

type Test = { code: 'cea' | 'ct_body' | 'colonoscopy'; months: number; value?: string }

/** Every test of the protocol in five years of somebody over 75 at their end; one is out of range. */
export const TESTS_OF_FIVE_YEARS: readonly Test[] = [
  { code: 'cea', months: 6, value: '2.1' },
  { code: 'cea', months: 12, value: '1.9' },
  { code: 'colonoscopy', months: 12 },
  { code: 'ct_body', months: 12 },
  { code: 'cea', months: 18, value: '7.4' },
  { code: 'cea', months: 24, value: '2.2' },
  { code: 'cea', months: 30, value: '2.0' },
  { code: 'ct_body', months: 30 },
  { code: 'cea', months: 36, value: '2.1' },
  { code: 'cea', months: 48, value: '<0.5' },
  { code: 'colonoscopy', months: 48 },
  { code: 'cea', months: 60, value: '2.3' },
]

const OUT_OF_RANGE = '7.4'

/**
 * One person from diagnosis through five years of follow-up, each step as of its day. The end is left to whoever tells it.
 *
 * @param months up to which month after the operation tests are taken
 * @yields what happened, for whoever checks after each
 */
export async function* fiveYears(story: FiveYears, months: number): AsyncGenerator<string, Decided> {
  const decided = yield* toTheDecision(story)
  const { diagnosisId } = decided
  const { operatedOn, gp, patientId } = story
  const reviewedOn = addDays(operatedOn, 250)
  for (const test of TESTS_OF_FIVE_YEARS.filter((one) => one.months <= months)) {
    if (test.code === 'cea' && test.months === 12) {
      const place = { patientId, diagnosisId }
      await told(reviewedOn, () => recordedReview(gp, place, { heldOn: reviewedOn }))
      yield 'reviewed by the practice'
    }
    yield* takes(story, decided, test)
  }
  return decided
}

async function* takes(story: FiveYears, { pathwayId }: Decided, test: Test): AsyncGenerator<string> {
  const { operatedOn, clinician, patientId } = story
  const dueOn = addMonths(operatedOn, test.months)
  const name = `${test.code} ${test.months}m`
  const day = (days: number) => addDays(dueOn, days)
  await told(day(-14), story.night)
  const testId = await told(day(-14), () => testDueOn(story, pathwayId, test.code, dueOn))
  await told(day(-14), () => says(story, testId, 'requested'))
  yield `${name} asked for`
  await told(day(1), () => says(story, testId, 'done', dueOn))
  yield `${name} done`
  await told(day(3), () => comesIn(story, test, dueOn))
  yield `${name} resulted`
  await told(day(4), () => reviewed(story, testId))
  yield `${name} reviewed`
  if (test.value === OUT_OF_RANGE) {
    const seen = { step: 'seen_after_recall', on: day(10), reason: 'Scan clear, goes on as before' } as const
    await told(day(10), () => takesAStep(clinician, { patientId, pathwayId }, seen))
    yield `${name} seen after recall`
  }
  await told(day(11), () => says(story, testId, 'told'))
  yield `${name} told`
}

async function testDueOn(
  { supportWorker, patientId }: FiveYears,
  pathwayId: string,
  testCode: string,
  dueOn: CalendarDate,
): Promise<string> {
  const where = { patientId, pathwayId, testCode, dueOn: toDatabaseDate(dueOn) }
  const { id } = await asActor(supportWorker, (tx) => tx.surveillanceTest.findFirstOrThrow({ where }))
  return id
}

async function says(
  { supportWorker, patientId }: FiveYears,
  testId: string,
  step: TestStep,
  on = today(),
): Promise<void> {
  const where = { id: testId }
  const { version } = await asActor(supportWorker, (tx) => tx.surveillanceTest.findUniqueOrThrow({ where }))
  const toldBy = step === 'told' ? 'telephone' : ''
  await recordTestStep(supportWorker, { patientId, testId, version, step, on, toldBy, note: null })
}

async function comesIn(story: FiveYears, { code, value }: Test, sampledOn: CalendarDate): Promise<void> {
  if (value !== undefined) return story.laboratory(value, sampledOn)
  const report = { reportText: 'No sign of the cancer coming back.', outcome: 'nothing_new' } as const
  const typed = { code, value: null, unit: null, ...report, sampledOn }
  await filedResult(story.supportWorker, story.patientId, typed)
}

/** In range the support worker confirms it; out of range the clinician calls the person back. */
async function reviewed({ supportWorker, clinician, patientId }: FiveYears, testId: string): Promise<void> {
  const result = await asActor(supportWorker, (tx) =>
    tx.result.findFirstOrThrow({
      where: { patientId, testId },
      include: { judgements: { orderBy: { id: 'desc' }, take: 1 } },
    }),
  )
  const [judgement] = result.judgements
  const shown = { patientId, resultId: result.id, judgementId: judgement?.id ?? '' }
  if (judgement?.isInRange) await confirmResults(supportWorker, { results: [shown] })
  else {
    const recall = { decision: 'recall', repeatOn: null, suspendUntil: null, note: 'To be seen' } as const
    await reviewResult(clinician, { ...shown, ...recall })
  }
}

/** A step about the whole pathway, as its form posts it. */
export async function takesAStep(
  clinician: BowelCancer['clinician'],
  { patientId, pathwayId }: { patientId: string; pathwayId: string },
  taken: Pick<ChangePathway, 'step' | 'on' | 'reason'> & Partial<ChangePathway>,
): Promise<void> {
  const where = { id: pathwayId, patientId }
  const { version } = await asActor(clinician, (tx) => tx.followUpPathway.findFirstOrThrow({ where }))
  const usual = { byOn: null, teamId: '', end: '', letter: null } as const
  await changePathway(clinician, { ...usual, patientId, pathwayId, version, ...taken })
}
