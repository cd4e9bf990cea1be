import 'server-only'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import type { Tx } from '@/lib/platform/database'
import type { OfferedContent, RecordFacts } from '../draft-from-record'

/** What the reference content that is in force offers for this cancer and these treatments. */
export async function findOfferedContent(
  _tx: Tx,
  _diagnosis: Diagnosis,
  _treatments: RecordFacts['treatments'],
): Promise<OfferedContent> {
  return {
    consequences: { now: [], within_a_year: [], late: [] },
    alertSymptoms: [],
    practiceRequests: [],
    codesToFile: [],
  }
}
