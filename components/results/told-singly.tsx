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
      rows={tellings.map(({ patientId, subjectId, person, dueOn, whyAlone, stop, ...telling }) => ({
        key: subjectId,
        person,
        dueOn,
        result: (
          <a href={onTheWay(routes.tellResult(patientId, subjectId), returnTo)}>{toldWords(telling)}</a>
        ),
        why: (
          <>
            {whyAlone ? WHY_ALONE_LABELS[whyAlone] : null}
            {whyAlone === 'no_letter' && stop ? `: ${reasonWords('letter', stop)}` : null}
          </>
        ),
      }))}
    />
  )
}
