import 'server-only'
import type { SystemActor } from '@/lib/access/as-job'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { findCaringTeams } from '@/lib/care-teams/caring-team'
import { codeOfOrganisation } from '@/lib/care-teams/find-organisation'
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
  const record = await readStatedRecord(tx, said.patientId)
  const wanted = record.diedOn ? 'no_news' : await moveIn(tx, said)
  if (typeof wanted === 'string') return { move: wanted, entries: [] }
  const { patientId, messageId, organisationId } = said
  const { from, to, ...place } = wanted
  await writeStated(tx, record, { registeredPractice: { from, to, source: 'message' } })
  await aboutPerson(tx, patientId)
  await moveRegistration(tx, actor, { patientId, ...place })
  await aboutPerson(tx, null)
  const hospital = await codeOfOrganisation(tx, organisationId)
  const detail = { from, to, source: 'message', hospital }
  return {
    move: 'moved',
    entries: [{ event: 'patient.practice_changed', patientId, entityId: messageId, detail }],
  }
}

type Move = { from: string | null; to: string; practiceId: string; teamId: string }

/** From where to where, and which team answers for what is left over; or why nobody is moved. */
async function moveIn(
  tx: Tx,
  { patientId, organisationId, practice }: Said,
): Promise<Move | Exclude<StatedMove, 'moved'>> {
  if (practice.state === 'absent') return 'no_news'
  if (practice.state === 'unreadable') return 'unreadable'
  const from = await practiceOfRecord(tx, patientId)
  if (practice.state === 'cleared') return from ? 'taken_away' : 'no_news'
  const { odsCode: to } = practice.value
  const practiceId = to && (await findPractice(tx, to))
  if (!to || !practiceId) return 'unknown'
  if (from === to) return 'no_news'
  const teamId = (await findCaringTeams(tx, { patientIds: [patientId], organisationId })).get(patientId)
  return teamId ? { from, to, practiceId, teamId } : 'of_others'
}
