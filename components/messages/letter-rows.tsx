import { Tag } from '@/components/nhs/tag'
import { DueInRow } from '@/components/tasks/due-in-row'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { WaitingLetter } from '@/lib/messages/letters-to-post'
import { routes } from '@/lib/platform/routes'

type Props = { letters: readonly WaitingLetter[]; today: CalendarDate; areAllChosen: boolean }

/** The letters that wait, each with its box to choose it by. Plain cells: a list costs by the element. */
export function LetterRows({ letters, today, areAllChosen }: Props) {
  return (
    <table className="app-list">
      <caption>Longest waiting first</caption>
      <thead>
        <tr>
          <th scope="col">Choose</th>
          <th scope="col">Patient</th>
          <th scope="col">Letter</th>
          <th scope="col">To be posted</th>
        </tr>
      </thead>
      <tbody>
        {letters.map(({ id, patientId, patient, subject, heldBackBy, dueOn, teamName }) => (
          <tr key={id}>
            <td>
              <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
                <div className="nhsuk-checkboxes__item">
                  <input
                    className="nhsuk-checkboxes__input"
                    id={id}
                    name="letter"
                    type="checkbox"
                    value={id}
                    defaultChecked={areAllChosen}
                  />
                  <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
                    <span className="app-hidden">
                      Letter to {patient.name}: {subject}
                    </span>
                  </label>
                </div>
              </div>
            </td>
            <th scope="row">
              <a href={routes.patient(patientId)}>{patient.name}</a>
              <br />
              <span className="app-number">
                {formatNhsNumber(patient.nhsNumber)} Born {formatDateForBanner(patient.bornOn)}
              </span>
            </th>
            <td>
              <a href={routes.message(patientId, id)}>{subject}</a>
              <br />
              {teamName}
              {heldBackBy ? (
                <p>
                  <Tag colour="red">Do not post</Tag> {heldBackBy}
                </p>
              ) : null}
            </td>
            <td data-label="To be posted">
              <DueInRow dueOn={dueOn} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
