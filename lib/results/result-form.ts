import 'server-only'
import { openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { findResults } from './internal/result-rows'
import { viewResults } from './internal/view-results'
import { knownTests } from './known-tests'
import type { ResultView } from './result-view'
import { reportTests } from './what-was-examined'

/** What can be filed: the analytes and the tests that give a report. `replaces`: the result that is put right. */
export type ResultForm = {
  analytes: { code: string; name: string; units: string[] }[]
  reports: { code: string; name: string }[]
  replaces: ResultView | null
}

/** @throws NotFound, NotAllowed */
export async function getResultForm(
  actor: Actor,
  { patientId, replacesId }: { patientId: string; replacesId: string | null },
): Promise<ResultForm> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['result', 'create'])
    const views = replacesId ? await viewResults(tx, await findResults(tx, { patientId })) : []
    const tests = knownTests()
    return {
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
