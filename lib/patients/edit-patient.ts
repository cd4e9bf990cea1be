import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { PatientFields, PatientRecord } from '@/lib/patients/patient-fields'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, RuleBroken } from '@/lib/platform/errors'
import { changeRecord, getRecord } from './internal/change-record'
import { getPatientPage } from './record/patient-page'
import type { editContactsSchema, editPatientSchema } from './schema'

type Contacts = z.output<typeof editContactsSchema>
type Particulars = z.output<typeof editPatientSchema>

/**
 * Changes who a person is and how to reach them.
 *
 * @throws NotFound, NotAllowed, Stale; RuleBroken if the date of birth is after that of death
 */
export async function editPatient(actor: Actor, input: Particulars): Promise<null> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, input.patientId, ['patient', 'update'])
    if (!mayEditIdentity(context)) throw new NotAllowed('role_may_not', input.patientId)
    return change(tx, actor, input)
  })
}

/** Changes how to reach a person, which is all that a practice may. @throws NotFound, NotAllowed, Stale */
export async function editContacts(actor: Actor, input: Contacts): Promise<null> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, input.patientId, ['patient', 'update'])
    return change(tx, actor, input)
  })
}

/** What the form is about, and whether all of it or the contacts alone may be changed. @throws NotFound, NotAllowed */
export async function getPatientToEdit(
  actor: Actor,
  patientId: string,
): Promise<{ record: PatientRecord; mayEditIdentity: boolean }> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['patient', 'update'])
    return { record: await getRecord(tx, patientId), mayEditIdentity: mayEditIdentity(context) }
  })
}

function mayEditIdentity({ roles }: CareContext): boolean {
  return roles.some((role) => role !== 'gp')
}

async function change(tx: Tx, actor: Actor, input: Contacts & Partial<PatientFields>): Promise<null> {
  const { patientId, version, ...fields } = input
  const { diedOn } = await getRecord(tx, patientId)
  if (fields.bornOn && diedOn && fields.bornOn > diedOn) {
    throw new RuleBroken([{ field: 'bornOn', message: 'Date of birth must not be after the date of death' }])
  }
  const changes = await changeRecord(tx, actor, { patientId, version, fields })
  await recordAccess(tx, { event: 'patient.changed', patientId, detail: { fields: Object.keys(changes) } })
  return null
}
