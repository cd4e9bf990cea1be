import { InsetText } from '@/components/nhs/inset-text'
import type { PathwayView } from '@/lib/follow-up/follow-up-view'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = { pathway: PathwayView; mayChange: boolean }

/** What is otherwise for this person, before the days that follow from it. */
export function PersonalChanges({ pathway, mayChange }: Props) {
  const { personal, patientId, id, endedOn } = pathway
  if (personal.length === 0) return null
  return (
    <InsetText>
      <p>Changed for this person:</p>
      <ul>
        {personal.map(({ key, words, reason, on, by }) => (
          <li key={key}>
            {words}. <span className="app-preserve-lines">{reason}</span> ({by}, {formatDateForStaff(on)}){' '}
            {mayChange && !endedOn ? (
              <a href={routes.takeBackChange(patientId, id, key)}>
                Take back<span className="app-hidden"> {words}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </InsetText>
  )
}
