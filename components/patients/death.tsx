import { Checkboxes } from '@/components/nhs/checkboxes'
import { DateInput } from '@/components/nhs/date-input'
import { SummaryList } from '@/components/nhs/summary-list'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { DeathDateConfirmation } from '@/components/patients/death-date-confirmation'
import { formatDateForBanner, formatDateForStaff } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { DeathView } from '@/lib/patients/get-death'

/** Who it is about, what follows, and the date: nothing is recorded before all three have been looked at. */
export function DeathFields({ death }: { death: DeathView }) {
  return (
    <>
      <SummaryList
        rows={[
          { label: 'Name', value: death.name },
          { label: 'NHS number', value: formatNhsNumber(death.nhsNumber) },
          { label: 'Born', value: formatDateForBanner(death.bornOn) },
        ]}
      />
      {death.diedOn ? null : (
        <WarningCallout heading="What recording the death does" headingLevel={2}>
          <ul>
            <li>{consequence(death.openTasks)}</li>
            <li>No reminder goes out any more, from any team or the practice.</li>
            <li>Unfinished drafts are thrown away. Everything else stays in the record.</li>
          </ul>
        </WarningCallout>
      )}
      <DateInput name="diedOn" label="Date of death" hint="For example, 15 3 2026" value={death.diedOn} />
      <DeathDateConfirmation />
      <Checkboxes
        name="isChecked"
        items={[{ value: 'yes', label: `${death.name} is the person who has died` }]}
      />
    </>
  )
}

/** What a death closed, as the actor's own teams see it, to be opened again if it was recorded by mistake. */
export function ClosedByDeath({ tasks }: { tasks: DeathView['closedTasks'] }) {
  if (tasks.length === 0) return <p>What other teams had open is opened again.</p>
  return (
    <>
      <p>This was closed, and is opened again with what other teams had open:</p>
      <ul>
        {tasks.map(({ id, act, detail, dueOn, href }) => (
          <li key={id}>
            <a href={href}>{act}</a>
            {detail ? `: ${detail}` : ''}, due {formatDateForStaff(dueOn)}
          </li>
        ))}
      </ul>
    </>
  )
}

function consequence(openTasks: number | null): string {
  if (openTasks === null) return 'Every task that is open, of all teams, is closed.'
  if (openTasks === 0) return 'Nothing is open for this person now.'
  if (openTasks === 1) return 'The one task that is open is closed.'
  return `The ${openTasks.toLocaleString('en-GB')} tasks that are open, of all teams, are closed.`
}
