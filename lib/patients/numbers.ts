import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { PatientIdentity } from '@/lib/interop/hl7/patient-identifiers'
import type { Tx } from '@/lib/platform/database'

type Numbers = Pick<PatientIdentity, 'identifiers' | 'nhsNumber'>

/**
 * Whose numbers these are, by number: NHS numbers, the organisation's own, and those that gave way to others. Numbers of
 * nobody here are left out.
 */
export async function findPeopleByNumbers(
  tx: Tx,
  organisationId: string,
  identities: readonly Numbers[],
): Promise<Map<string, string>> {
  const nhs = [...new Set(identities.flatMap(({ nhsNumber }) => nhsNumber ?? []))]
  const all = [...new Set(identities.flatMap(({ identifiers }) => identifiers.map(({ value }) => value)))]
  if (all.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ value: string; patient_id: string }[]>`
    select nhs_number as value, id as patient_id from patient where nhs_number = any (${nhs}::bpchar[])
    union all
    select value, patient_id from patient_identifier where organisation_id = ${organisationId}::uuid and value = any (${all}::text[])
    union all
    select value, patient_id from retired_number
    where organisation_id = ${organisationId}::uuid and value = any (${all}::text[]) and (not is_nhs_number or value = any (${nhs}::text[]))`
  // The first found stands: an NHS number that is in use before one that is said to have given way.
  return new Map(rows.toReversed().map(({ value, patient_id: patientId }) => [value.trim(), patientId]))
}

type Retirement = { organisationId: string; patientId: string; messageId: string; retired: Numbers }

/** From now on who is called by these numbers is this person. One that gave way before stays with whom it led to. */
export async function retireNumbers(tx: Tx, { retired, ...facts }: Retirement): Promise<void> {
  const { identifiers, nhsNumber } = retired
  await tx.retiredNumber.createMany({
    data: identifiers.map(({ value }) => ({
      id: uuidv7(),
      ...facts,
      value,
      isNhsNumber: value.replace(/\s/g, '') === nhsNumber,
    })),
    skipDuplicates: true,
  })
}
