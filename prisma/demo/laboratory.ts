import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { unmatchedMessage } from '@/tests/factories/unmatched-results'
import type { Crew } from './crew'
import { inventedPerson } from './invented-people'
import { STORIES } from './situations'

/** Outside everybody's, so that nobody has it. */
const NOBODYS_PLACE = 2000

/** What came from the laboratory these days and does not fit: another date of birth, somebody unknown, no unit. */
export async function laboratorySends(crew: Crew, today: CalendarDate): Promise<void> {
  const reader = crew.clinicianOf('ZT101-UROLOGY')
  const organisationId = reader.memberships[0]?.organisationId ?? ''
  const [bernard, geoffrey] = [known('Ashcombe'), known('Latham')]
  const unknown = inventedPerson(NOBODYS_PLACE, { sex: '1' })
  const sampledOn = addDays(today, -1)
  const anotherBirthday = { ...bernard, bornOn: '1965-05-14' }
  const withoutUnit = { why: 'missing_unit', unit: '', value: '0.08' } as const
  await unmatchedMessage(reader, organisationId, anotherBirthday, { sampledOn })
  await unmatchedMessage(reader, organisationId, unknown, { why: 'no_such_person', sampledOn })
  await unmatchedMessage(reader, organisationId, geoffrey, { ...withoutUnit, sampledOn })
}

function known(familyName: string) {
  const place = STORIES.findIndex(({ person }) => person.familyName === familyName)
  const story = STORIES[place]
  if (!story) throw new Error(`demo data: ${familyName} is not there`)
  return inventedPerson(place, story.person)
}
