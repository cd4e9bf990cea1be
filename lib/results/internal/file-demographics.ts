import 'server-only'
import type { SystemActor } from '@/lib/access/as-job'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { DemographicsMessage } from '@/lib/interop/hl7/demographics-message'
import { statedValue } from '@/lib/interop/hl7/stated'
import { findPeopleByFormerNumberToo } from '@/lib/patients/find-person'
import { moveStatedPractice, type StatedMove } from '@/lib/patients/move-stated-practice'
import { recordStatedDeath } from '@/lib/patients/record-stated-death'
import { takeStatement } from '@/lib/patients/take-statement'
import type { Tx } from '@/lib/platform/database'
import { demographicsContent } from '../demographics-content'
import { mismatchOfAny, personIn } from '../match-person'
import type { UnmatchedReason } from '../unmatched'
import type { LeftToPeople } from './leave-to-people'

export type DemographicsToFile = {
  messageId: string
  /** The organisation whose system says it. */
  organisationId: string
  event: string
  saidAt: Date
  content: Pick<DemographicsMessage, 'patient' | 'practice'>
}

export type Filed = { entries: AccessEntry[]; left: LeftToPeople[] }

/**
 * Takes in what a hospital system says of one person: what is sure is written, and what needs somebody to look at it is left
 * to people, with why.
 */
export async function fileDemographics(
  tx: Tx,
  actor: SystemActor,
  message: DemographicsToFile,
): Promise<Filed> {
  const { messageId, saidAt, content } = message
  const { patient } = content
  const left: LeftToPeople[] = []
  const leave = (why: UnmatchedReason, words = '') =>
    left.push({ messageId, why, content: demographicsContent(message.event, personIn(patient), words) })
  const known = patient.nhsNumber
    ? (await findPeopleByFormerNumberToo(tx, [patient.nhsNumber])).get(patient.nhsNumber)
    : null
  const why = known ? mismatchOfAny(patient, known) : 'no_nhs_number'
  if (!known || why) {
    leave(why ?? 'no_nhs_number')
    return { entries: [], left }
  }
  const patientId = known.id
  const taken = await takeStatement(tx, {
    ...{ patientId, messageId, saidAt, patient, practice: content.practice },
  })
  if (taken.unreadable.length > 0) leave('part_not_readable', taken.unreadable.join(', '))
  const entries = [...taken.entries, ...(await fileDeath(tx, patientId, message, leave))]
  const { practice } = content
  if (taken.isLastWordOnPractice || practice.state === 'unreadable') {
    const { organisationId } = message
    const place = { patientId, messageId, organisationId, practice }
    const moved = await moveStatedPractice(tx, actor, place)
    entries.push(...moved.entries)
    leavePractice(moved.move, practice, leave)
  }
  return { entries, left }
}

type Leave = (why: UnmatchedReason, words?: string) => void

async function fileDeath(
  tx: Tx,
  patientId: string,
  { content: { patient } }: DemographicsToFile,
  leave: Leave,
): Promise<AccessEntry[]> {
  const { death, entries } = await recordStatedDeath(tx, patientId, {
    hasDied: patient.diedAt.state === 'cleared' ? false : statedValue(patient.hasDied),
    diedOn: statedValue(patient.diedAt)?.day ?? null,
  })
  if (death === 'doubted') leave('death_doubted', statedValue(patient.diedAt)?.text)
  if (death === 'taken_back') leave('death_taken_back')
  return entries
}

const PRACTICE_LEFT: Readonly<Partial<Record<StatedMove, UnmatchedReason>>> = {
  unknown: 'practice_unknown',
  taken_away: 'practice_taken_away',
  unreadable: 'practice_unknown',
  of_others: 'practice_differs',
}

function leavePractice(
  move: StatedMove,
  practice: DemographicsToFile['content']['practice'],
  leave: Leave,
): void {
  const why = PRACTICE_LEFT[move]
  const stated = statedValue(practice)
  if (why) leave(why, [stated?.name, stated?.odsCode ?? stated?.codeSent].filter(Boolean).join(' '))
}
