import 'server-only'
import type { ActorOrJob } from '@/lib/access/actor-or-job'
import { recordAccess } from '@/lib/access-log/record-access'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { findFrozenVersion } from './internal/frozen-versions'
import { openSendTask, openReadTask, sendInService } from './internal/sending'
import { findSummariesToSend } from './internal/summaries-to-send'
import { today } from '@/lib/platform/clock'
import { standingFor } from './sending-rules'
import type { SummaryToSend, VersionToSend } from './treatment-summary'

/**
 * Sends the summaries that stand signed to the practice that the person is registered with now, with what they ask, where
 * it has not had them. Where the person does not share, or a team has said that it is not sent, the team decides. For the
 * command that records another practice or takes a death back, in its transaction and after the requests have followed.
 *
 * @returns how many were sent
 */
export async function sendStandingSummaries(tx: Tx, actor: ActorOrJob, patientId: string): Promise<number> {
  const practice = await findRegisteredPractice(tx, patientId)
  if (!practice) return 0
  let sent = 0
  for (const summary of await findSummariesToSend(tx, patientId)) {
    const [version] = summary.versions
    if (!version || summary.person.diedOn) continue
    if (await follow(tx, actor, { summary, version, practiceTeamId: practice.id })) sent++
  }
  return sent
}

type Standing = {
  summary: SummaryToSend
  version: VersionToSend
  practiceTeamId: string
}

/** @returns whether it was sent */
async function follow(tx: Tx, actor: ActorOrJob, standing: Standing): Promise<boolean> {
  const { summary, version, practiceTeamId } = standing
  const { patientId, id: subjectId } = summary
  const now = standingFor(version, summary.person, practiceTeamId)
  const close = (how: 'met' | 'superseded') =>
    closeTasks(tx, { patientId, subjectId, kinds: ['send_treatment_summary'], how })
  if (now.is === 'to_decide') {
    await close('superseded')
    await openSendTask(tx, summary, now.why)
    return false
  }
  await close('met')
  if (now.is === 'sent') {
    if (now.unread) await openReadTask(tx, summary, version, { id: now.unread, practiceTeamId })
    return false
  }
  const frozen = await findFrozenVersion(tx, version.id)
  if (!frozen) return false
  await sendInService(tx, actor, { summary, version: frozen, practiceTeamId, sentOn: today() })
  await recordAccess(tx, {
    event: 'treatment_summary.sent',
    patientId,
    entityId: version.id,
    detail: { version: version.number, recipient: 'practice', channel: 'in_service', why: 'registration' },
  })
  return true
}
