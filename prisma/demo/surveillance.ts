import { asActor } from '@/lib/access/as-actor'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import type { TestStep } from '@/lib/follow-up/test-steps'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { ReportOutcome } from '@/lib/platform/prisma-client/enums'
import { confirmResults } from '@/lib/results/confirm-results'
import { knownTests } from '@/lib/results/known-tests'
import { reviewResult } from '@/lib/results/review-result'
import { filedResult } from '@/tests/factories/results'
import type { Scene } from './scene'

/** How far a test has come. */
export type Stage = 'due' | 'asked' | 'done' | 'resulted' | 'reviewed' | 'told'
const STAGES: readonly Stage[] = ['due', 'asked', 'done', 'resulted', 'reviewed', 'told']

export type Report = { text: string; outcome: ReportOutcome }

/** A test of a pathway, and its results. */
export type TestPlace = { testId: string; resultIds: string[] }

type Taken = {
  test: string
  dueOn: CalendarDate
  dueDaysAgo: number
  stage: Stage
  value?: string
  report?: Report
}

/** What is usual after treatment, by the code of what is measured; whole panels have all of theirs. */
const USUAL_VALUES: Readonly<Record<string, string>> = {
  psa: '<0.1',
  cea: '1.8',
  afp: '3',
  hcg: '<1',
  ldh: '190',
}

const USUAL_REPORT: Report = { text: 'No sign of the cancer coming back.', outcome: 'nothing_new' }

/** A test from its due day on: asked for that day, done the next, and so on, each a day later, and none after today. */
export async function takesATest(scene: Scene, pathwayId: string, taken: Taken): Promise<TestPlace> {
  const { patientId, worker } = scene
  const { test, dueOn, dueDaysAgo, stage } = taken
  const where = { patientId, pathwayId, testCode: test, dueOn: toDatabaseDate(dueOn) }
  const { id: testId } = await asActor(worker, (tx) => tx.surveillanceTest.findFirstOrThrow({ where }))
  const comesTo = (wanted: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf(wanted)
  const after = (days: number) => Math.max(dueDaysAgo - days, 0)
  // Of a test that was told long ago, who asked for it is no longer of interest.
  if (comesTo('asked') && stage !== 'told') await isSaid(scene, after(0), testId, 'requested')
  if (comesTo('done') && stage !== 'told') await isSaid(scene, after(1), testId, 'done')
  const resultIds = comesTo('resulted') ? await results(scene, after(2), taken, after(1)) : []
  if (comesTo('reviewed')) await areReviewed(scene, after(3), resultIds)
  if (comesTo('told')) await isSaid(scene, after(4), testId, 'told')
  return { testId, resultIds }
}

/** The support worker says what happened with a test. */
async function isSaid(scene: Scene, daysAgo: number, testId: string, step: TestStep): Promise<void> {
  const { patientId, worker } = scene
  await scene.on(daysAgo, async () => {
    const { version } = await asActor(worker, (tx) =>
      tx.surveillanceTest.findUniqueOrThrow({ where: { id: testId } }),
    )
    const said = { patientId, testId, version, step, on: scene.day(daysAgo), note: null }
    await recordTestStep(worker, { ...said, toldBy: step === 'told' ? 'letter' : '' })
  })
}

async function results(
  scene: Scene,
  daysAgo: number,
  { test, value, report = USUAL_REPORT }: Taken,
  sampledDaysAgo: number,
): Promise<string[]> {
  const { patientId, worker } = scene
  const sampledOn = scene.day(sampledDaysAgo)
  const { analytes, tests } = knownTests()
  const measured = tests.find(({ code }) => code === test)?.analytes ?? []
  const file = (result: Parameters<typeof filedResult>[2]) =>
    scene.on(daysAgo, () => filedResult(worker, patientId, { ...result, sampledOn }))
  if (measured.length === 0) {
    const { text, outcome } = report
    return [await file({ code: test, value: null, unit: null, reportText: text, outcome })]
  }
  const ids: string[] = []
  for (const code of measured) {
    const unit = analytes.find((one) => one.code === code)?.units[0]?.unit ?? ''
    ids.push(await file({ code, unit, value: value ?? USUAL_VALUES[code] ?? '' }))
  }
  return ids
}

/** In range, the support worker confirms them; of any other the clinician decides that it goes on. */
async function areReviewed(scene: Scene, daysAgo: number, resultIds: readonly string[]): Promise<void> {
  const { patientId, worker, clinician } = scene
  for (const resultId of resultIds) {
    const judgement = await judgementOf(scene, resultId)
    const shown = { patientId, resultId, judgementId: judgement.id }
    await scene.on(daysAgo, async () => {
      if (judgement.isInRange) await confirmResults(worker, { results: [shown] })
      else await reviewResult(clinician, { ...shown, ...GOES_ON })
    })
  }
}

const NOTHING = { repeatOn: null, suspendUntil: null }
const GOES_ON = { ...NOTHING, decision: 'continue', note: 'Looked at with the earlier ones' } as const

type Review = Pick<Parameters<typeof reviewResult>[1], 'decision' | 'note'>

/** The clinician decides what a result means. */
export async function isReviewed(
  scene: Scene,
  daysAgo: number,
  resultId: string,
  review: Review & { suspendedForDays?: number },
): Promise<void> {
  const { patientId, clinician } = scene
  const { suspendedForDays, ...decided } = review
  const suspendUntil = suspendedForDays === undefined ? null : scene.day(daysAgo - suspendedForDays)
  const { id: judgementId } = await judgementOf(scene, resultId)
  const shown = { patientId, resultId, judgementId, repeatOn: null, suspendUntil }
  await scene.on(daysAgo, () => reviewResult(clinician, { ...shown, ...decided }))
}

async function judgementOf({ worker }: Scene, resultId: string) {
  return asActor(worker, (tx) =>
    tx.resultJudgement.findFirstOrThrow({
      where: { resultId },
      orderBy: [{ judgedAt: 'desc' }, { id: 'desc' }],
      select: { id: true, isInRange: true },
    }),
  )
}
