import 'server-only'
import { assessmentOfferedOn } from '@/lib/needs-assessments/offer-facts'
import type { Tx } from '@/lib/platform/database'
import { summarySentOn } from '@/lib/treatment-summaries/summary-facts'
import type { KnownDone } from './decision-rules'

/** What the record itself knows of the things that have to come before follow-up. */
export async function knownDone(
  tx: Tx,
  whose: { patientId: string; diagnosisId: string },
): Promise<KnownDone> {
  return {
    assessment_and_plan_offered: await assessmentOfferedOn(tx, whose.patientId),
    summary_sent: await summarySentOn(tx, whose),
  }
}
