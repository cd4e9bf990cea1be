import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNameForStaff, type PersonName } from '@/lib/nhs/person-name'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'

/** What tells one person from another, wherever they are named: the name as staff read it and two identifiers. */
export type PatientIdentity = { name: string; nhsNumber: string; bornOn: CalendarDate }

/** @throws NotFound if the actor of the transaction may not see the patient */
export async function getPatientIdentity(tx: Tx, patientId: string): Promise<PatientIdentity> {
  const patient = (await getPatientIdentities(tx, [patientId])).get(patientId)
  if (!patient) throw new NotFound()
  return patient
}

/** As `getPatientIdentity`, for those of the patients whom the actor of the transaction may see. */
export async function getPatientIdentities(
  tx: Tx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, PatientIdentity>> {
  const patients = await tx.patient.findMany({
    where: { id: { in: [...new Set(patientIds)] } },
    select: { id: true, title: true, givenName: true, familyName: true, nhsNumber: true, bornOn: true },
  })
  return new Map(
    patients.map(({ id, bornOn, ...patient }) => [
      id,
      identityOf({ ...patient, bornOn: fromDatabaseDate(bornOn) }),
    ]),
  )
}

/** What an identity is made of. */
export type PatientNames = PersonName & { nhsNumber: string; bornOn: CalendarDate }

/** The identity of a patient whose row was read before. */
export function identityOf({ nhsNumber, bornOn, ...name }: PatientNames): PatientIdentity {
  return { name: formatNameForStaff(name), nhsNumber, bornOn }
}
