import { markup } from '@/components/nhs/markup'
import { onTheWay } from '@/lib/care-plans/where-next'
import { reasonWords } from '@/lib/messages/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { routes } from '@/lib/platform/routes'
import { toldWords, WHY_ALONE_LABELS } from '@/lib/results/labels'
import type { TellingOfPerson } from '@/lib/results/tellings-waiting'
import { OneAtATime } from './one-at-a-time'

type Props = {
  tellings: readonly TellingOfPerson[]
  today: CalendarDate
  /** The address of this page of the list. */
  returnTo: string
}

/** People who are told one at a time, each with why. */
export function ToldSingly({ tellings, today, returnTo }: Props) {
  if (tellings.length === 0) return <p>Nobody waits who has to be told by a person.</p>
  return (
    <OneAtATime
      due="To be told"
      today={today}
      rows={tellings.map((telling) => ({
        person: telling.person,
        dueOn: telling.dueOn,
        why: whyOf(telling),
        result: markup`<a href="${onTheWay(routes.tellResult(telling.patientId, telling.subjectId), returnTo)}">${toldWords(telling)}</a>`,
      }))}
    />
  )
}

function whyOf({ whyAlone, stop }: TellingOfPerson): string {
  if (!whyAlone) return ''
  const words = WHY_ALONE_LABELS[whyAlone]
  return whyAlone === 'no_letter' && stop ? `${words}: ${reasonWords('letter', stop)}` : words
}
