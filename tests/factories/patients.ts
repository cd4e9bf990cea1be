import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { foldName } from '@/lib/nhs/person-name'

let sequence = 0

/** A fresh NHS number from the 999 range, which is kept for tests. */
export function nextNhsNumber(): string {
  for (;;) {
    const first = `999${String(sequence++).padStart(6, '0')}`
    const sum = [...first].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${first}${check}`
  }
}

export type PatientPlan = {
  nhsNumber?: string
  givenName?: string
  familyName?: string
  bornOn?: string
  diedOn?: string
}

/**
 * A person just admitted to the care of the actor's team, with nothing else recorded.
 *
 * @param actor a member of the hospital team
 * @returns the patient's id
 */
export async function admittedPatient(actor: Actor, teamId: string, plan: PatientPlan = {}): Promise<string> {
  const facts = {
    nhsNumber: nextNhsNumber(),
    givenName: 'Anne',
    familyName: 'Smith',
    bornOn: '1961-02-03',
    sex: '2',
    ...plan,
  }
  const searchName = foldName(`${facts.givenName}${facts.familyName}`)
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ patient_id: string }[]>`
      select patient_id from access.admit_patient(${teamId}::uuid, 'referral', ${JSON.stringify({ ...facts, searchName })}::jsonb)`,
  )
  if (!row) throw new Error('nobody was admitted')
  return row.patient_id
}
