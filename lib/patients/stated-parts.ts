import type { PatientChanges, PatientFields } from './patient-fields'

/** What another system may say of a record. Each part is taken whole: half of an old address is no address. */
const PARTS = {
  name: ['title', 'givenName', 'familyName'],
  sex: ['sex'],
  address: ['addressLine1', 'addressLine2', 'postcode'],
  mobile: ['mobileTelephone'],
  home: ['homeTelephone'],
  email: ['email'],
  language: ['preferredLanguage'],
  practice: ['registeredPractice'],
} as const satisfies Record<string, readonly (keyof PatientChanges)[]>

export type StatedPart = keyof typeof PARTS

/** The part that a field of the record belongs to; null for those that messages say nothing of. */
export function partOf(field: string): StatedPart | null {
  const found = Object.entries(PARTS).find(([, fields]) => (fields as readonly string[]).includes(field))
  return found ? (found[0] as StatedPart) : null
}

/** By part, what the record is to say. A part without fields is said to be as it is. */
export type StatedRecord = Partial<Record<StatedPart, Partial<PatientFields>>>

/**
 * The parts that count: each said no earlier than what stands of it was. So the last word by the message's own time wins,
 * in whatever order messages come.
 *
 * @param standsSince by part, when what stands was said or entered; nothing stands of the others
 */
export function partsThatCount(
  said: StatedRecord,
  saidAt: Date,
  standsSince: ReadonlyMap<StatedPart, Date>,
): StatedPart[] {
  return (Object.keys(said) as StatedPart[]).filter((part) => {
    const since = standsSince.get(part)
    return !since || saidAt >= since
  })
}
