import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** What kind of thing happened: each has its own shape in the drawing and its own words in the table. */
export const pathwayEventKinds = {
  diagnosis: 'Diagnosis',
  recurrence: 'Recurrence',
  progression: 'Progression',
  treatment: 'Treatment',
  needs_assessment: 'Holistic needs assessment',
  care_plan: 'Care plan',
  treatment_summary: 'Treatment summary',
  review: 'Review',
  follow_up: 'Follow-up',
  death: 'Death',
} as const

export type PathwayEventKind = keyof typeof pathwayEventKinds

export type PathwayEvent = {
  on: CalendarDate
  /** How the day is said where it is not known exactly: "Feb 2026". It is drawn at `on`. */
  onInWords?: string
  /** The last day of something that went on for a time; null while it goes on. Left out: it took one day. */
  endsOn?: CalendarDate | null
  kind: PathwayEventKind
  /** Short: "Surgery", "Plan agreed". The drawing shows the first 36 characters, the table all. */
  label: string
  /** Not done yet: drawn open instead of filled. */
  isPlanned?: boolean
}

/** Earliest first; on one day in the order given. */
export function inTimeOrder(events: readonly PathwayEvent[]): PathwayEvent[] {
  return [...events].sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
}

/** `3 Feb 2026`, `3 Feb to 4 Mar 2026` or `from 3 Feb 2026`, and "planned" where it is. */
export function whenInWords({ on, onInWords, endsOn, isPlanned }: PathwayEvent): string {
  const start = onInWords ?? formatDateForStaff(on)
  const when =
    endsOn === undefined
      ? start
      : endsOn === null
        ? `from ${start}`
        : `${start} to ${formatDateForStaff(endsOn)}`
  return isPlanned ? `${when}, planned` : when
}

/** The label, and the kind in brackets where the label does not say it: the drawing says it by shape. */
export function whatInWords({ label, kind }: PathwayEvent): string {
  const kindInWords = pathwayEventKinds[kind].toLowerCase()
  return label.toLowerCase().includes(kindInWords) ? label : `${label} (${kindInWords})`
}

/** The drawing in a sentence, for those who do not see it. */
export function pathwayInWords(events: readonly PathwayEvent[]): string {
  const ordered = inTimeOrder(events)
  const done = ordered.filter((event) => !event.isPlanned)
  const planned = ordered.filter((event) => event.isPlanned)
  const sentences = [
    done.length > 0 ? `So far: ${done.map(inWords).join('; ')}.` : 'Nothing has happened yet.',
    planned.length > 0 ? `Planned: ${planned.map(inWords).join('; ')}.` : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

function inWords(event: PathwayEvent): string {
  return `${event.label} ${whenInWords({ ...event, isPlanned: false })}`
}
