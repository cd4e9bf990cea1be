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
  address: string[]
}

/** @throws NotFound */
export async function howToReach(tx: Tx, patientId: string): Promise<HowToReach> {
  const patient = await tx.patient.findUnique({
    where: { id: patientId },
    select: {
      title: true,
      givenName: true,
      familyName: true,
      diedOn: true,
      mobileTelephone: true,
      email: true,
      addressLine1: true,
      addressLine2: true,
      postcode: true,
    },
  })
  if (!patient) throw new NotFound()
  const { addressLine1, addressLine2, postcode, diedOn, title, givenName, familyName, ...rest } = patient
  return {
    ...rest,
    name: filled([title, givenName, familyName]).join(' '),
    diedOn: fromDatabaseDateOrNull(diedOn),
    address: filled([addressLine1, addressLine2, postcode]),
  }
}

function filled(texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) => text || [])
}
