import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { getPatientIdentity } from '@/lib/patients/patient-identity'
import { today } from '@/lib/platform/clock'
import { testName } from '@/lib/results/known-tests'
import type { DecisionPreview } from './decision-preview'
import type { DecideFollowUp } from './internal/decide-input'
import { doneBeforeInWords, findDoneBefore } from './internal/done-before'
import { alongInWords } from './internal/pathway-before'
import { weighDecision } from './internal/weigh-decision'
import { endsOn, plannedTests } from './schedule'

/** Tests that are said before a decision is recorded. */
const SAID = 4

/**
 * What would be planned by a decision. Nothing is recorded.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if something must be done or said first, as when it is recorded
 */
export async function checkDecision(actor: Actor, input: DecideFollowUp): Promise<DecisionPreview> {
  const { patientId, anchorOn, decidedOn } = input
  // Of the form, only what it records counts as its submission.
  return asActor({ ...actor, submission: undefined }, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['stratification_decision', 'sign'])
    const { chosen, before } = await weighDecision(tx, context, input)
    await recordAccess(tx, { event: 'follow_up.viewed', patientId, detail: { part: 'decision' } })
    if (!chosen) return { due: [], along: [], endsOn: null }
    const { bornOn } = await getPatientIdentity(tx, patientId)
    const snapshot = { protocol: chosen, anchorOn, startedOn: decidedOn, bornOn, overrides: [] }
    const done = await findDoneBefore(tx, { patientId, snapshot, pathwayId: before?.row.id ?? null })
    const isDone = new Set(done.map(({ test }) => test.key))
    return {
      due: plannedTests(snapshot)
        .filter(({ key, closesOn }) => closesOn >= today() && !isDone.has(key))
        .slice(0, SAID)
        .map(({ test, dueOn }) => ({ name: testName(test), dueOn })),
      along: [
        ...(before ? alongInWords(before) : []).map((words) => `Goes on from the pathway before: ${words}`),
        ...done.map(doneBeforeInWords),
      ],
      endsOn: endsOn(snapshot),
    }
  })
}
