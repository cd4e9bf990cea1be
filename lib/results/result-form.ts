import 'server-only'
import { openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { testsToAnswer } from './internal/chosen-test'
import { findResults } from './internal/result-rows'
import { viewResults } from './internal/view-results'
import { knownTests } from './known-tests'
import type { ResultView } from './result-view'
import { asToAnswer, type TestToAnswer } from './test-choice'
import { reportTests } from './what-was-examined'

/** What can be filed: the analytes and the tests that give a report. `replaces`: the result that is put right. */
export type ResultForm = {
  analytes: { code: string; name: string; units: string[] }[]
  reports: { code: string; name: string }[]
  replaces: ResultView | null
  /** The tests of follow-up that a result of what was chosen could answer; none for one that is put right. */
  tests: TestToAnswer[]
}

/** @throws NotFound, NotAllowed */
export async function getResultForm(
  actor: Actor,
  { patientId, replacesId, code }: { patientId: string; replacesId: string | null; code: string | null },
): Promise<ResultForm> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['result', 'create'])
    const views = replacesId ? await viewResults(tx, await findResults(tx, { patientId })) : []
    const tests = knownTests()
    const answerable = code && !replacesId ? await testsToAnswer(tx, { patientId, code }) : []
    return {
      tests: answerable.map(asToAnswer),
      analytes: tests.analytes.map(({ code, name, units }) => ({
        code,
        name,
        units: units.map(({ unit }) => unit),
      })),
      reports: reportTests(tests).map(({ code, name }) => ({ code, name })),
      replaces: views.find(({ id, isStanding }) => id === replacesId && isStanding) ?? null,
    }
  })
}
