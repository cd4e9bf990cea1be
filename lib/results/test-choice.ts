import 'server-only'
import { isUuid, openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { findAnsweredTest, type AnswerableTest } from '@/lib/follow-up/answerable-tests'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import { testsToAnswer } from './internal/chosen-test'
import { findResults } from './internal/result-rows'
import { viewResults } from './internal/view-results'
import { testName } from './known-tests'
import type { ResultView } from './result-view'

/**
 * A test that a result may answer, as pages show it. `isExtra`: nothing was due; it was kept for the result. `isOver`: of
 * follow-up that has ended.
 */
export type TestToAnswer = {
  id: string
  name: string
  team: string
  dueOn: CalendarDate
  isExtra: boolean
  isOver: boolean
}

export type TestChoice = {
  result: ResultView
  /** What it answers now; null where it stands by itself. */
  now: TestToAnswer | null
  tests: TestToAnswer[]
}

/** A result, about to be said which test it answers. @throws NotFound, NotAllowed */
export async function getTestChoice(
  actor: Actor,
  { patientId, resultId }: { patientId: string; resultId: string },
): Promise<TestChoice> {
  await getPatientPage(actor, patientId)
  if (!isUuid(resultId)) throw new NotFound()
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['chosen_test', 'create'])
    const views = await viewResults(tx, await findResults(tx, { patientId }))
    const result = views.find(({ id, isStanding }) => id === resultId && isStanding)
    if (!result) throw new NotFound()
    const answered = await findAnsweredTest(tx, { patientId, testId: result.testId })
    const tests = await testsToAnswer(tx, { patientId, code: result.code })
    await recordAccess(tx, { event: 'result.viewed', patientId, entityId: resultId })
    return { result, now: answered && asToAnswer(answered), tests: tests.map(asToAnswer) }
  })
}

/** A test as pages show it. */
export function asToAnswer({ id, testCode, team, dueOn, isExtra, isOver }: AnswerableTest): TestToAnswer {
  return { id, name: testName(testCode), team, dueOn, isExtra, isOver }
}
