import 'server-only'
import type { SystemActor } from '@/lib/access/as-job'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { findCaringTeams } from '@/lib/care-teams/caring-team'
import { findPractice, practiceOfRecord } from '@/lib/care-teams/practice-of-record'
import type { StatedPractice } from '@/lib/interop/hl7/demographics-message'
import type { Stated } from '@/lib/interop/hl7/stated'
import type { Tx } from '@/lib/platform/database'
import { moveRegistration } from './internal/registration'
import { aboutPerson, readStatedRecord, writeStated } from './internal/stated-rows'

type Said = {
  patientId: string
  messageId: string
  /** The organisation whose system says it. */
  organisationId: string
  practice: Stated<StatedPractice>
}

/**
 * What became of it. `unknown`, `taken_away`, `unreadable` and `of_others` (nobody of that organisation cares for the person) are
 * for somebody to look into: nothing was changed.
 */
export type StatedMove = 'no_news' | 'moved' | 'unknown' | 'taken_away' | 'unreadable' | 'of_others'

/**
 * Moves the registration of somebody who is known for sure to the practice that a hospital system states, by the function that
 * the page and the import use. For the last word on the practice alone. Nobody is left without one, and of somebody who has died
 * nothing is changed.
 */
export async function moveStatedPractice(
  tx: Tx,
  actor: SystemActor,
  said: Said,
): Promise<{ move: StatedMove; entries: AccessEntry[] }> {
  const { patientId, organisationId, practice } = said
  const nothing = (move: StatedMove) => ({ move, entries: [] })
  const record = await readStatedRecord(tx, patientId)
  if (practice.state === 'absent' || record.diedOn) return nothing('no_news')
  if (practice.state !== 'stated') return nothing(practice.state === 'cleared' ? 'taken_away' : 'unreadable')
  const { odsCode: to } = practice.value
  const practiceId = to && (await findPractice(tx, to))
  if (!to || !practiceId) return nothing('unknown')
  const from = await practiceOfRecord(tx, patientId)
  if (from === to) return nothing('no_news')
  const teamId = (await findCaringTeams(tx, { patientIds: [patientId], organisationId })).get(patientId)
  if (!teamId) return nothing('of_others')
  await writeStated(tx, record, { registeredPractice: { from, to, source: 'message' } })
  await aboutPerson(tx, patientId)
  await moveRegistration(tx, actor, { patientId, practiceId, teamId })
  await aboutPerson(tx, null)
  return { move: 'moved', entries: [await movedEntry(tx, said, { from, to })] }
}

async function movedEntry(
  tx: Tx,
  { patientId, messageId, organisationId }: Said,
  move: { from: string | null; to: string },
): Promise<AccessEntry> {
  const hospital = await tx.organisation.findUnique({
    where: { id: organisationId },
    select: { odsCode: true },
  })
  const detail = { ...move, source: 'message', hospital: hospital?.odsCode ?? null }
  return { event: 'patient.practice_changed', patientId, entityId: messageId, detail }
}
