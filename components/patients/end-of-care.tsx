import { Radios } from '@/components/nhs/radios'
import { WarningCallout } from '@/components/nhs/warning-callout'
import type { CareToEnd } from '@/lib/care-teams/end-care'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'

type Props = { patientId: string; care: CareToEnd }

/** What follows when a team lets go of somebody, and what becomes of what it has open. */
export function EndOfCare({ patientId, care: { others, tasks } }: Props) {
  return (
    <>
      <WarningCallout heading="What ending care does" headingLevel={2}>
        <ul>
          <li>The team can no longer open the record, from now on.</li>
          <li>Its unfinished drafts are thrown away. Everything else stays in the record.</li>
          {others.length === 0 ? (
            <li>No hospital or community team has the person in care any more.</li>
          ) : (
            <li>Still in care with {others.map(({ name }) => name).join(', ')}.</li>
          )}
        </ul>
      </WarningCallout>
      {tasks.length === 0 ? (
        <p>The team has nothing open for this person.</p>
      ) : (
        <>
          <h2>Open with the team</h2>
          <ul>
            {tasks.map(({ id, kind, detail, dueOn, subjectId }) => (
              <li key={id}>
                <a href={TASK_KINDS[kind].page({ patientId, subjectId })}>{TASK_KINDS[kind].act}</a>
                {detail ? `: ${detail}` : ''}, due {formatDateForStaff(dueOn)}
              </li>
            ))}
          </ul>
          <Radios
            name="openTasks"
            label="What becomes of it?"
            items={[
              ...others.map(({ id, name }) => ({ value: id, label: `Hand it to ${name}` })),
              { value: 'close', label: 'Close it: nobody does it' },
            ]}
          />
        </>
      )}
    </>
  )
}
