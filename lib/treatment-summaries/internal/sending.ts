import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { staffIdOf, type ActorOrJob } from '@/lib/access/actor-or-job'
import { getStandards } from '@/lib/care-teams/standards'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { askPractice } from '@/lib/practice-requests/ask-practice'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import type { FrozenSummary } from '../frozen-summary'
import { DOES_NOT_SHARE, NO_PRACTICE } from '../sending-rules'
import type { SummaryToSend, Sending } from '../treatment-summary'
import type { SummaryUnderChange } from './summary-under-change'
import { teamThatAnswers } from './team-that-answers'

type Version = { id: string; number: number; content: FrozenSummary }

/** Sends a version just signed to the practice; where it cannot be, finding a way is owed. */
export async function sendOnSigning(
  tx: Tx,
  actor: Actor,
  summary: SummaryUnderChange,
  version: Version,
): Promise<Sending> {
  const { practice, person } = summary
  if (practice && person.sharesWithPractice) {
    await sendInService(tx, actor, { summary, version, practiceTeamId: practice.id, sentOn: today() })
    return 'sent'
  }
  await openSendTask(tx, summary, practice ? DOES_NOT_SHARE : NO_PRACTICE)
  return practice ? 'kept_back' : 'no_practice'
}

/** Finding a way to send what stands is owed, by the team of the summary or, where its care has ended, another. */
export async function openSendTask(tx: Tx, summary: SummaryToSend, detail: string): Promise<void> {
  const teamId = await teamThatAnswers(tx, summary)
  if (!teamId) return
  const { patientId, id: subjectId } = summary
  const dueOn = await readDueOn(tx, summary)
  await openTasks(tx, [{ kind: 'send_treatment_summary', patientId, teamId, dueOn, subjectId, detail }])
}

/** Reading what was sent is owed by the practice that has it. */
export async function openReadTask(
  tx: Tx,
  summary: SummaryToSend,
  { number }: { number: number },
  { id: subjectId, practiceTeamId: teamId }: { id: string; practiceTeamId: string },
): Promise<void> {
  const { patientId, team } = summary
  const detail = `Version ${number}, ${team.name}`
  const dueOn = await readDueOn(tx, summary)
  await openTasks(tx, [{ kind: 'read_treatment_summary', patientId, teamId, dueOn, subjectId, detail }])
}

type Sent = {
  summary: SummaryToSend
  version: Version
  practiceTeamId: string
  sentOn: CalendarDate
  note?: string | null
}

/**
 * Gives a practice a version to keep and to read, and asks what it asks; an earlier one that it has not read yet need
 * not be read now.
 */
export async function sendInService(
  tx: Tx,
  actor: ActorOrJob,
  { summary, version, practiceTeamId, sentOn, note = null }: Sent,
): Promise<string> {
  const { patientId } = summary
  await supersedeUnread(tx, summary, practiceTeamId)
  const id = uuidv7()
  await tx.treatmentSummaryDelivery.create({
    data: {
      id,
      patientId,
      versionId: version.id,
      recipient: 'practice',
      teamId: practiceTeamId,
      channel: 'in_service',
      sentOn: toDatabaseDate(sentOn),
      note,
      recordedAt: now(),
      recordedById: staffIdOf(actor),
    },
  })
  await openReadTask(tx, summary, version, { id, practiceTeamId })
  await askPractice(tx, actor, {
    patientId,
    summaryId: summary.id,
    teamId: summary.team.id,
    practiceTeamId,
    requests: wantedRequests(version.content),
  })
  return id
}

async function supersedeUnread(
  tx: Tx,
  { patientId, versions }: SummaryToSend,
  practiceTeamId: string,
): Promise<void> {
  const unread = versions
    .flatMap(({ deliveries }) => deliveries)
    .filter(({ teamId, seenAt }) => teamId === practiceTeamId && seenAt === null)
  for (const { id } of unread)
    await closeTasks(tx, {
      patientId,
      subjectId: id,
      kinds: ['read_treatment_summary'],
      how: 'superseded',
      why: 'A newer version was sent',
    })
}

/** Those with words and a date: no other gets past signing. */
function wantedRequests({ sections }: FrozenSummary) {
  return sections.requests.items.flatMap(({ id, values: { what, detail, snomedCode, dueOn } }) =>
    what && dueOn ? [{ code: id, what, detail, snomedCode, dueOn }] : [],
  )
}

async function readDueOn(tx: Tx, { team }: SummaryToSend): Promise<CalendarDate> {
  const { sharedPlanReadDays } = await getStandards(tx, team.id)
  return addDays(today(), sharedPlanReadDays)
}
