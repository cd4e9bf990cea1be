import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { today } from '@/lib/platform/clock'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { readFoundResults } from '@/lib/results/found-results'
import { knownTests, testName } from '@/lib/results/known-tests'
import type { ResultView } from '@/lib/results/result-view'
import { examinedBy, type Examined } from '@/lib/results/what-was-examined'
import { findTest, findTestEvents, stepsOf } from './internal/find-test'
import { viewTest } from './internal/view-pathway'
import type { FollowUpFact, TestView } from './follow-up-view'
import { TEST_EVENT_WORDS, testEventWords, TOLD_BY_LABELS } from './labels'
import { findNextTest } from './next-date'
import type { TestStep } from './test-steps'

export type TestPage = {
  test: TestView
  /** Whether the actor reads where it stands, which follows from results: a practice does not. */
  withStates: boolean
  /** Results in force of the test as it was done, with what was decided. None for who reads no results. */
  found: readonly ResultView[]
  /** How the person may be told what was found. */
  waysToTell: readonly ToldBy[]
  version: number
  windowFrom: CalendarDate
  overdueOn: CalendarDate
  team: string
  diagnosis: Diagnosis | null
  /** The next test that the person is to come for, of any pathway; null where none is planned. */
  next: { name: string; dueOn: CalendarDate } | null
  isDigital: boolean
  history: FollowUpFact[]
  /** What the actor may say of it now. */
  steps: readonly TestStep[]
  /** What the actor may file as its result: of blood each analyte. None while it was not done, or has one. */
  toFile: readonly Examined[]
}

/** One test with its story. @throws NotFound, NotAllowed */
export async function getSurveillanceTest(
  actor: Actor,
  { patientId, testId }: { patientId: string; testId: string },
): Promise<TestPage> {
  const { isEmergency } = await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['surveillance_test', 'read'])
    const known = await findTest(tx, { patientId, testId })
    const { pathway, row } = known
    const next = await findNextTest(tx, { patientId, after: today() })
    const withStates = mayUnderCare(context, 'result', 'read').allowed
    const mayChange = !isEmergency && mayUnderCare(context, 'surveillance_test', 'update').allowed
    const mayFile = !isEmergency && mayUnderCare(context, 'result', 'create').allowed
    const diagnoses = await listDiagnoses(tx, patientId)
    const events = await findTestEvents(tx, testId)
    const nameOf = await staffNames(
      tx,
      events.map(({ recordedById }) => recordedById),
    )
    const resultIds = withStates ? known.resultIds : []
    const { results: found, waysToTell } = await readFoundResults(tx, { patientId, resultIds })
    await recordAccess(
      tx,
      { event: 'surveillance_test.viewed', patientId, entityId: testId },
      ...found.map(({ id }) => ({ event: 'result.viewed' as const, patientId, entityId: id })),
    )
    return {
      test: viewTest(row, known.standing, withStates),
      withStates,
      found,
      waysToTell,
      version: row.version,
      windowFrom: fromDatabaseDate(row.windowFrom),
      overdueOn: fromDatabaseDate(row.overdueOn),
      team: pathway.row.team.name,
      diagnosis: diagnoses.find(({ id }) => id === pathway.row.diagnosisId) ?? null,
      next: next && { name: testName(next.testCode), dueOn: next.dueOn },
      isDigital: pathway.row.decision.isDigital,
      history: historyOf(events, nameOf),
      steps: mayChange ? stepsOf(known) : [],
      toFile: known.test?.state === 'done' && mayFile ? examinedBy(knownTests(), row.testCode) : [],
    }
  })
}

type TestEvents = Awaited<ReturnType<typeof findTestEvents>>

function historyOf(events: TestEvents, nameOf: (id: string | null) => string): FollowUpFact[] {
  return events
    .map(({ id, kind, on, toldBy, note, recordedById }, place) => ({
      id,
      on: fromDatabaseDate(on),
      words: toldBy
        ? `${TEST_EVENT_WORDS[kind]}: ${TOLD_BY_LABELS[toldBy].toLowerCase()}`
        : testEventWords(
            kind,
            events.slice(0, place).map((before) => before.kind),
          ),
      reason: note,
      by: nameOf(recordedById),
    }))
    .reverse()
}
