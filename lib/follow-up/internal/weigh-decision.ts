import 'server-only'
import type { CareContext } from '@/lib/access/care-context'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import type { Protocol } from '../protocol'
import { checkStratification, type Stratification, type StratificationCheck } from '../stratify'
import type { DecideFollowUp } from './decide-input'
import { choiceFaults, decisionFaults, stratificationIn } from './decision-rules'
import { knownDone } from './known-done'
import { faultsAfter, findPathwayBefore, type PathwayBefore } from './pathway-before'
import { findDecidingTeam } from './pathway-under-change'
import { publishedProtocols } from './publications'
import { stratificationCriteria } from './reference'

/** A decision that lacks nothing. `chosen`: null where the practice takes over. */
export type WeighedDecision = {
  teamId: string
  /** The pathway that it ends. */
  before: PathwayBefore | null
  weighed: Stratification
  check: StratificationCheck
  chosen: Protocol | null
}

/** Weighs a decision on a patient who is open. @throws NotFound, NotAllowed, RuleBroken if something must be done or said first */
export async function weighDecision(
  tx: Tx,
  context: CareContext,
  input: DecideFollowUp,
): Promise<WeighedDecision> {
  const { patientId, diagnosisId } = input
  const { teamId, organisationId } = await findDecidingTeam(tx, context, diagnosisId)
  const diagnosis = (await listDiagnoses(tx, patientId)).find(({ id }) => id === diagnosisId)
  if (!diagnosis) throw new NotFound()
  const { icd10Code } = diagnosis
  const protocols = await publishedProtocols(tx, organisationId, { icd10Code })
  const reference = stratificationCriteria()
  const known = await knownDone(tx, { patientId, diagnosisId })
  const weighed = stratificationIn(input, icd10Code, reference, known)
  const check = checkStratification(weighed, reference, today())
  const before = await findPathwayBefore(tx, input)
  const faults = [
    ...choiceFaults(input, protocols),
    ...decisionFaults(check, input),
    ...faultsAfter(before, input),
  ]
  if (faults.length > 0) throw new RuleBroken(faults)
  const isHandedOver = input.stream === 'discharge_to_practice'
  const chosen = isHandedOver ? null : (protocols.find(({ id }) => id === input.protocol) ?? null)
  return { teamId, before, weighed, check, chosen }
}
