import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { getPatientIdentities, type PatientIdentity } from '@/lib/patients/patient-identity'
import type { Tx } from '@/lib/platform/database'
import type { LedgerCounts } from './ledger-words'

/** Of those without, so many are listed: there should be none at all. */
const MOST_LISTED = 50

/** `person`: null where none of the actor's teams has the person in care any more, so that nobody here may read the name. */
export type LostPerson = { patientId: string; person: PatientIdentity | null }
export type LedgerPage = { counts: LedgerCounts; without: LostPerson[] }

type Row = { patient_id: string; open: number; doubled: number }

/** Whether everybody on follow-up with the actor's hospital teams has something open. @throws NotAllowed */
export async function getFollowUpLedger(actor: Actor): Promise<LedgerPage> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'follow_up_list', 'read')
    const rows = await tx.$queryRaw<Row[]>`
      select patient_id, min(open)::integer as open, sum(doubled)::integer as doubled
      from access.follow_up_ledger() group by patient_id order by patient_id`
    const lost = rows.filter(({ open }) => open === 0).map(({ patient_id }) => patient_id)
    await recordAccess(tx, { event: 'follow_up.listed', detail: { part: 'ledger', without: lost.length } })
    return {
      counts: {
        people: rows.length,
        without: lost.length,
        doubled: rows.filter(({ doubled }) => doubled > 0).length,
      },
      without: await namesOf(tx, lost.slice(0, MOST_LISTED)),
    }
  })
}

async function namesOf(tx: Tx, patientIds: readonly string[]): Promise<LostPerson[]> {
  const known = await getPatientIdentities(tx, patientIds)
  return patientIds.map((patientId) => ({ patientId, person: known.get(patientId) ?? null }))
}
