import { Table } from '@/components/nhs/table'
import { URGENCY_LABELS } from '@/lib/re-access/labels'
import type { TimesToDecision } from '@/lib/re-access/times-to-decision'

/** How long people waited for a decision, by urgency. Counts only: nothing says whose. */
export function WaitingTimes({ times }: { times: readonly TimesToDecision[] }) {
  return (
    <>
      <h2>How long people waited</h2>
      <p>
        From the contact to a decision, nights and weekends too: contacts of your teams in the last 90 days.
        Those still undecided count as contacts.
      </p>
      <Table
        responsive
        caption="Hours to a decision"
        captionSize="s"
        compact
        firstCellIsHeader
        columns={[
          { label: 'Urgency' },
          { label: 'Contacts', numeric: true },
          { label: 'Decided', numeric: true },
          { label: 'By the promise', numeric: true },
          { label: 'Half within', numeric: true },
          { label: '9 in 10 within', numeric: true },
        ]}
        rows={times.map(({ urgency, contacts, decided, inTime, medianHours, ninetiethCentileHours }) => ({
          key: urgency,
          cells: [
            URGENCY_LABELS[urgency].label,
            contacts,
            decided,
            inTime,
            hoursWords(medianHours),
            hoursWords(ninetiethCentileHours),
          ],
        }))}
      />
    </>
  )
}

function hoursWords(hours: number | null): string {
  if (hours === null) return 'None yet'
  return hours < 1 ? 'Under 1 hour' : `${hours.toFixed(1)} hours`
}
