import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { ContactFact } from '@/lib/re-access/contact'
import { CONTACT_FACT_WORDS, OUTCOME_LABELS } from '@/lib/re-access/labels'

/** What happened to a contact so far, oldest first. */
export function ContactStory({ history }: { history: readonly ContactFact[] }) {
  return (
    <>
      <h2>What happened so far</h2>
      {history.length === 0 ? <p>Nobody has answered yet.</p> : null}
      <ol>
        {history.map((fact, index) => (
          <li key={`${index} ${fact.kind}`}>
            {factWords(fact)}. {formatInstantForStaff(fact.at)}, {fact.by}
            {fact.note ? <span className="app-preserve-lines">. {fact.note}</span> : null}
          </li>
        ))}
      </ol>
    </>
  )
}

function factWords({ kind, outcome, appointmentOn, againOn, to }: ContactFact): string {
  return [
    CONTACT_FACT_WORDS[kind],
    outcome && OUTCOME_LABELS[outcome],
    to && `to ${to}`,
    againOn && `to try again on ${formatDateForStaff(againOn)}`,
    appointmentOn && `for ${formatDateForStaff(appointmentOn)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
