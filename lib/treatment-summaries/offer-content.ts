import { addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { MOST_FIRST_ALERTS } from './clinical-sections'
import type { DraftContent, Item } from './draft-content'
import type { SectionName } from './sections'

type Sourced = { code: string; title: string; source: { name: string; year: number | null } }
type Effect = Sourced & { whatItIs: string; whatYouCanDo: string; forPractice: string }

/** What the reference content offers for this cancer and these treatments. */
export type OfferedContent = {
  consequences: Readonly<Record<'now' | 'within_a_year' | 'late', readonly Effect[]>>
  /** The most important first. */
  alertSymptoms: readonly (Sourced & { urgency: string; forPerson: string; forPractice: string })[]
  practiceRequests: readonly (Sourced & {
    detail: string
    dueMonths: number | null
    snomedCode: string | null
  })[]
  codesToFile: readonly { code: string; title: string; snomedCode: string | null; note: string }[]
}

/** Months to the date that a request gets which comes without one: it cannot be asked without. */
const USUAL_REQUEST_MONTHS = 1

/** Puts into a draft what the reference content offers, to be changed or taken out. */
export function offerContent(
  { sections }: DraftContent,
  offered: OfferedContent,
  phaseEndedOn: CalendarDate,
): void {
  sections.consequences.items = Object.entries(offered.consequences).flatMap(([when, effects]) =>
    effects.map((effect) =>
      offer<'consequences'>(effect, {
        what: effect.title,
        when,
        forPerson: effect.whatItIs,
        whatToDo: effect.whatYouCanDo,
        forPractice: effect.forPractice,
      }),
    ),
  )
  sections.alerts.items = offered.alertSymptoms.map((alert, place) =>
    offer<'alerts'>(alert, {
      what: alert.title,
      urgency: alert.urgency,
      isFirst: place < MOST_FIRST_ALERTS ? 'yes' : 'no',
      forPerson: alert.forPerson,
      forPractice: alert.forPractice,
    }),
  )
  sections.requests.items = offered.practiceRequests.map((request) =>
    offer<'requests'>(request, {
      what: request.title,
      detail: request.detail,
      dueOn: addMonths(phaseEndedOn, request.dueMonths ?? USUAL_REQUEST_MONTHS),
      snomedCode: request.snomedCode,
    }),
  )
  sections.codes.items = offered.codesToFile.map(({ code, title, note, snomedCode }) =>
    offer<'codes'>(
      { code },
      { term: isConditional(note) ? `${title}, ${lowered(note)}` : title, snomedCode },
    ),
  )
}

function offer<Name extends SectionName>(
  { code, source }: Pick<Sourced, 'code'> & Partial<Pick<Sourced, 'source'>>,
  values: Item<Name>['values'],
): Item<Name> {
  const words = source ? `${source.name}${source.year ? `, ${source.year}` : ''}` : null
  return { id: code, code, source: words, fromRecord: false, values }
}

/** "If present", "When held": left out, the practice would file what has not come about. */
function isConditional(note: string): boolean {
  return /^(if|when)\b/i.test(note)
}

function lowered(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
