import 'server-only'
import { formatTimeForStaff } from '@/lib/nhs/instant'
import type { Tx } from '@/lib/platform/database'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { REASON_LABELS, URGENCY_LABELS } from '../labels'
import { CLOSED_BY, owedForContact, teamOf, type ContactEventFacts } from '../owed'
import type { ContactRow } from './contact-rows'
import { datesOf } from './promise'

type Contact = Pick<ContactRow, 'id' | 'patientId' | 'teamId' | 'reason' | 'urgency' | 'answerBy'>

/** Opens what is owed for a contact after all that was said of it; what is open already stays as it is. */
export async function openOwed(tx: Tx, contact: Contact, facts: readonly ContactEventFacts[]): Promise<void> {
  const { id, patientId, answerBy } = contact
  const teamId = teamOf(contact.teamId, facts)
  await openTasks(
    tx,
    owedForContact(facts, datesOf(answerBy)).map(({ kind, dueOn, ownerStaffId }) => ({
      kind,
      patientId,
      teamId,
      ownerStaffId,
      dueOn,
      subjectId: id,
      detail: detailOf(contact),
    })),
  )
}

/** Makes the ledger follow what was said last: what it met or changed is closed, what is owed now is opened. */
export async function followLast(
  tx: Tx,
  contact: Contact,
  facts: readonly ContactEventFacts[],
): Promise<void> {
  const { id: subjectId, patientId } = contact
  const last = facts.at(-1)
  for (const { kinds, how } of last ? CLOSED_BY[last.kind] : [])
    await closeTasks(tx, { patientId, subjectId, kinds, how })
  await openOwed(tx, contact, facts)
}

/** What the worklist says of it: by when, how urgent and what it is about. */
function detailOf({ urgency, answerBy, reason }: Contact): string {
  return `${URGENCY_LABELS[urgency].label}, promised by ${formatTimeForStaff(answerBy)}: ${REASON_LABELS[reason]}`
}
