import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import type { PatientFields } from '@/lib/patients/patient-fields'
import { searchNameOf } from '@/lib/patients/search-name'
import type { Tx } from '@/lib/platform/database'
import type { CareRelationshipBasis } from '@/lib/platform/prisma-client/enums'

/** Who is admitted, as a form or one row of a file says. */
export type Admission = Pick<
  PatientFields,
  | 'title'
  | 'givenName'
  | 'familyName'
  | 'preferredName'
  | 'bornOn'
  | 'diedOn'
  | 'ethnicCategory'
  | 'addressLine1'
  | 'addressLine2'
  | 'postcode'
  | 'mobileTelephone'
  | 'email'
  | 'preferredLanguage'
  | 'interpreterRequired'
> & {
  nhsNumber: string
  sex: string | null
  homeTelephone?: string | null
  hospitalNumber: string | null
  diagnosis: { diagnosedOn: CalendarDate; icd10Code: string; laterality: string | null } | null
}

/**
 * How somebody stands to a team: `new` to the service, `known` to the team, `joined` where there is a record that the
 * team is not in, `ended` where the team ended its care, `conflict` where the NHS number is somebody else's.
 */
export type Match = {
  standing: 'new' | 'known' | 'joined' | 'ended' | 'conflict'
  isHospitalNumberTaken: boolean
}

/** What became of one admission. The patient is null where nothing was written: `ended` and `conflict`. */
export type Admitted = {
  patientId: string | null
  outcome: 'created' | 'known' | 'joined' | 'ended' | 'conflict'
  isDiagnosisNew: boolean
  isIdentifierNew: boolean
}

/** Looks, before anything is written, how each stands to the actor's team; in the order given. */
export async function matchPeople(tx: Tx, teamId: string, people: readonly Admission[]): Promise<Match[]> {
  const rows = await tx.$queryRaw<{ standing: Match['standing']; hospital_number_taken: boolean }[]>`
    select standing, hospital_number_taken
    from access.match_people(${teamId}::uuid, ${factsOf(people)}::jsonb) order by place`
  return rows.map((row) => ({ standing: row.standing, isHospitalNumberTaken: row.hospital_number_taken }))
}

/** Admits each to the care of the actor's team, with hospital number and diagnosis; in the order given. */
export async function admitPeople(
  tx: Tx,
  teamId: string,
  basis: CareRelationshipBasis,
  people: readonly Admission[],
): Promise<Admitted[]> {
  const rows = await tx.$queryRaw<
    {
      patient_id: string | null
      outcome: Admitted['outcome']
      diagnosis_added: boolean
      identifier_added: boolean
    }[]
  >`
    select patient_id, outcome, diagnosis_added, identifier_added
    from access.admit_people(${teamId}::uuid, ${basis}::care_relationship_basis, ${factsOf(people)}::jsonb) order by place`
  return rows.map((row) => ({
    patientId: row.patient_id,
    outcome: row.outcome,
    isDiagnosisNew: row.diagnosis_added,
    isIdentifierNew: row.identifier_added,
  }))
}

/** What a record has to say where nobody knows a person's sex. */
const SEX_NOT_KNOWN = 'X'

function factsOf(people: readonly Admission[]): string {
  return JSON.stringify(
    people.map(({ diagnosis, ...person }, place) => ({
      ...person,
      ...diagnosis,
      place,
      sex: person.sex ?? SEX_NOT_KNOWN,
      searchName: searchNameOf(person),
      tumourGroup: diagnosis && tumourGroupOf(diagnosis.icd10Code),
    })),
  )
}
