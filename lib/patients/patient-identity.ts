import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'

/** What tells one person from another, wherever they are named: the name as staff read it and two identifiers. */
export type PatientIdentity = { name: string; nhsNumber: string; bornOn: CalendarDate }

const IDENTITY = { title: true, givenName: true, familyName: true, nhsNumber: true, bornOn: true } as const

/** Who these patients are, by id, as far as the actor of the transaction may see them. */
export async function listPatientIdentities(
  tx: Tx,
  patientIds: readonly string[],
): Promise<Map<string, PatientIdentity>> {
  const patients = await tx.patient.findMany({
    where: { id: { in: [...patientIds] } },
    select: { id: true, ...IDENTITY },
  })
  return new Map(patients.map((patient) => [patient.id, identityOf(patient)]))
}

/** @throws NotFound if the actor of the transaction may not see the patient */
export async function getPatientIdentity(tx: Tx, patientId: string): Promise<PatientIdentity> {
  const patient = await tx.patient.findUnique({
    where: { id: patientId },
    select: IDENTITY,
  })
  if (!patient) throw new NotFound()
  return identityOf(patient)
}

type Row = {
  title: string | null
  givenName: string
  familyName: string
  nhsNumber: string
  bornOn: Date
}

function identityOf(patient: Row): PatientIdentity {
  return {
    name: formatNameForStaff(patient),
    nhsNumber: patient.nhsNumber,
    bornOn: fromDatabaseDate(patient.bornOn),
  }
}
