import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FieldError } from '@/lib/platform/form-state'
import { ABOUT_ME_SECTIONS, changedSections, type AboutMe, type AboutMeWords } from './about-me'

type Telling = AboutMeWords & { toldOn: CalendarDate; supportedBy: string | null }
type Grounds = { latest: AboutMe | null; bornOn: CalendarDate; diedOn: CalendarDate | null }

/** Why this cannot stand as what the person told, at the fields; nothing wrong gives an empty list. */
export function tellingFaults(telling: Telling, { latest, bornOn, diedOn }: Grounds): FieldError[] {
  const faults: FieldError[] = []
  const [first] = ABOUT_ME_SECTIONS
  if (!latest && ABOUT_ME_SECTIONS.every((section) => telling[section] === null))
    faults.push({ field: first, message: 'Enter what the person told, under at least one heading' })
  if (latest && isTheSame(telling, latest))
    faults.push({ field: '', message: 'Nothing here is different from what was told before' })
  return [...faults, ...dayFaults(telling.toldOn, { latest, bornOn, diedOn })]
}

function isTheSame(telling: Telling, latest: AboutMe): boolean {
  return changedSections(telling, latest.words).length === 0 && telling.supportedBy === latest.supportedBy
}

function dayFaults(toldOn: CalendarDate, { latest, bornOn, diedOn }: Grounds): FieldError[] {
  const fault = (message: string) => [{ field: 'toldOn', message }]
  if (toldOn < bornOn)
    return fault(
      `Date it was told must be on or after ${formatDateForStaff(bornOn)}, when the person was born`,
    )
  if (diedOn && toldOn > diedOn)
    return fault(`Date it was told must be on or before ${formatDateForStaff(diedOn)}, when the person died`)
  // Told earlier than what is on the record, it would be shown as the latest and be older.
  if (latest && toldOn < latest.toldOn)
    return fault(
      `Date it was told must be on or after ${formatDateForStaff(latest.toldOn)}, when it was last told`,
    )
  return []
}
