import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { getRecord } from './internal/change-record'
import type { PatientRecord } from './patient-fields'
import { getPatientPage } from './record/patient-page'

export type CommunicationNeeds = Pick<
  PatientRecord,
  'version' | 'interpreterRequired' | 'preferredLanguage' | 'informationNeeds' | 'communicationNote'
>

/** What the person needs so that they can read, hear and take part, to be changed. @throws NotFound, NotAllowed */
export async function getCommunicationNeeds(actor: Actor, patientId: string): Promise<CommunicationNeeds> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['patient', 'update'])
    const { version, interpreterRequired, preferredLanguage, informationNeeds, communicationNote } =
      await getRecord(tx, patientId)
    return { version, interpreterRequired, preferredLanguage, informationNeeds, communicationNote }
  })
}
