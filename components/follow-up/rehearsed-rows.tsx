import { Tag } from '@/components/nhs/tag'
import { PersonInRow } from '@/components/patients/person-in-row'
import type { RehearsedPerson } from '@/lib/follow-up/rehearsal-view'
import { movedInWords } from '@/lib/follow-up/rehearsal-words'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = {
  people: readonly RehearsedPerson[]
  /** Boxes to choose by; left out, there are none. */
  boxes?: 'empty' | 'ticked'
}

/** What would change for each person. */
export function RehearsedRows({ people, boxes }: Props) {
  return (
    <table className="app-list">
      <caption>Who has most at stake first</caption>
      <thead>
        <tr>
          {boxes ? <th scope="col">Choose</th> : null}
          <th scope="col">Patient</th>
          <th scope="col">On version</th>
          <th scope="col">What would change</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.pathwayId}>
            {boxes ? (
              <td>
                <Box person={person} isTicked={boxes === 'ticked'} />
              </td>
            ) : null}
            <th scope="row">
              <PersonInRow person={person} href={routes.followUp(person.patientId)} />
            </th>
            <td data-label="On version">
              {person.from}
              <br />
              {person.team}
            </td>
            <td data-label="What would change">
              <Changes person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Box({ person: { pathwayId, name }, isTicked }: { person: RehearsedPerson; isTicked: boolean }) {
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
      <div className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          id={pathwayId}
          name="pathway"
          type="checkbox"
          value={pathwayId}
          defaultChecked={isTicked}
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={pathwayId}>
          <span className="app-hidden">Move {name}</span>
        </label>
      </div>
    </div>
  )
}

function Changes({ person }: { person: RehearsedPerson }) {
  const { becomesOverdue, noLongerDue, lostOverrides, moved } = person
  if (becomesOverdue.length + noLongerDue.length + lostOverrides.length + moved.length === 0)
    return <>Nothing today</>
  return (
    <ul>
      {becomesOverdue.map(({ name, dueOn }) => (
        <li key={`overdue ${name} ${dueOn}`}>
          <Tag colour="red">Overdue at once</Tag> {name}, due {formatDateForStaff(dueOn)}
        </li>
      ))}
      {noLongerDue.map(({ name, dueOn }) => (
        <li key={`gone ${name} ${dueOn}`}>
          <Tag colour="orange">No longer asked for</Tag> {name}, due {formatDateForStaff(dueOn)}
        </li>
      ))}
      {lostOverrides.map((words) => (
        <li key={words}>
          <Tag colour="orange">No longer set</Tag> {words}
        </li>
      ))}
      {moved.map((one) => (
        <li key={`moved ${one.name}`}>{movedInWords(one)}</li>
      ))}
    </ul>
  )
}
