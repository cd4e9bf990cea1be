import { repetitionsOf, type Hl7Message, type Repetition, type Segment } from './message'

/** One address as sent. `use` is HL7 table 0190 (H home, C temporary, B business, M mailing), or what the sender writes. */
export type PostalAddress = {
  lines: readonly string[]
  town: string
  county: string
  postcode: string
  country: string
  use: string
}

/** One telephone number or email address as sent. `use` is HL7 table 0201, `equipment` table 0202 (PH, CP, FX). */
export type TelephoneEntry = {
  number: string
  email: string
  use: string
  equipment: string
  from: 'home' | 'work'
}

/** PID-11. The postcode is text: senders abroad have others, and none is corrected. */
export function readAddresses(message: Hl7Message, pid: Segment): PostalAddress[] {
  return repetitionsOf(message, pid, 11).map((repetition) => ({
    lines: [repetition.component(1), repetition.component(2)].filter((line) => line !== ''),
    town: repetition.component(3),
    county: repetition.component(4),
    postcode: repetition.component(5),
    country: repetition.component(6),
    use: repetition.component(7),
  }))
}

/** PID-13 (home) or PID-14 (work). */
export function readTelephones(message: Hl7Message, pid: Segment, field: 13 | 14): TelephoneEntry[] {
  return repetitionsOf(message, pid, field)
    .map((repetition) => ({
      number: numberOf(repetition),
      email: repetition.component(4),
      use: repetition.component(2),
      equipment: repetition.component(3),
      from: field === 13 ? ('home' as const) : ('work' as const),
    }))
    .filter(({ number, email }) => number !== '' || email !== '')
}

/** The whole number where one is written (component 1, or 12 from v2.5), otherwise country, area and local number. */
function numberOf(repetition: Repetition): string {
  const whole = repetition.component(1) || repetition.component(12)
  if (whole !== '') return whole
  const country = repetition.component(5)
  const parts = [
    country && `+${country.replace(/^\+/, '')}`,
    repetition.component(6),
    repetition.component(7),
  ]
  return parts.filter((part) => part !== '').join(' ')
}
