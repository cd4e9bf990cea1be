import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'

/** How a person is reached, as the record says now. `address` has a line for each that is filled, the postcode last. */
export type HowToReach = {
  name: string
  diedOn: CalendarDate | null
  mobileTelephone: string | null
  email: string | null
  /** Agrees to their practice being told. */
  sharesWithPractice: boolean
  address: string[]
  readsLargePrint: boolean
}

/** @throws NotFound */
export async function howToReach(tx: Tx, patientId: string): Promise<HowToReach> {
  const person = (await howToReachEach(tx, [patientId])).get(patientId)
  if (!person) throw new NotFound()
  return person
}

/** As `howToReach`, for those of the patients whom whoever asks may see. */
export async function howToReachEach(
  tx: Tx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, HowToReach>> {
  const patients = await tx.patient.findMany({
    where: { id: { in: [...patientIds] } },
    select: {
      id: true,
      title: true,
      givenName: true,
      familyName: true,
      diedOn: true,
      mobileTelephone: true,
      email: true,
      sharesWithPractice: true,
      addressLine1: true,
      addressLine2: true,
      postcode: true,
      informationNeeds: true,
    },
  })
  return new Map(
    patients.map(
      ({ id, addressLine1, addressLine2, postcode, diedOn, title, givenName, familyName, ...row }) => [
        id,
        {
          mobileTelephone: row.mobileTelephone,
          email: row.email,
          sharesWithPractice: row.sharesWithPractice,
          readsLargePrint: row.informationNeeds.includes('large_print'),
          name: filled([title, givenName, familyName]).join(' '),
          diedOn: fromDatabaseDateOrNull(diedOn),
          address: filled([addressLine1, addressLine2, postcode]),
        },
      ],
    ),
  )
}

function filled(texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) => text || [])
}
