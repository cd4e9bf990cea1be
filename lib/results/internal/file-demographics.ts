import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { findPractice, practiceOfRecord } from '@/lib/care-teams/practice-of-record'
import type { DemographicsMessage } from '@/lib/interop/hl7/demographics-message'
import { statedValue } from '@/lib/interop/hl7/stated'
import { findPeopleByFormerNumberToo } from '@/lib/patients/find-person'
import { recordStatedDeath } from '@/lib/patients/record-stated-death'
import { takeStatement } from '@/lib/patients/take-statement'
import type { Tx } from '@/lib/platform/database'
import { demographicsContent } from '../demographics-content'
import { mismatchOfAny, personIn } from '../match-person'
import type { UnmatchedReason } from '../unmatched'
import type { LeftToPeople } from './leave-to-people'

export type DemographicsToFile = {
  messageId: string
  event: string
  saidAt: Date
  content: Pick<DemographicsMessage, 'patient' | 'practice'>
}

export type Filed = { entries: AccessEntry[]; left: LeftToPeople[] }

/**
 * Takes in what a hospital system says of one person: what is sure is written, and what needs somebody to look at it is left
 * to people, with why.
 */
export async function fileDemographics(tx: Tx, message: DemographicsToFile): Promise<Filed> {
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
  const taken = await takeStatement(tx, { patientId, messageId, saidAt, patient })
  if (taken.unreadable.length > 0) leave('part_not_readable', taken.unreadable.join(', '))
  const entries = [...taken.entries, ...(await fileDeath(tx, patientId, message, leave))]
  await comparePractice(tx, patientId, message, leave)
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

/** Who the practice is decides who may read the record: a person moves it, by the page that hands everything over. */
async function comparePractice(
  tx: Tx,
  patientId: string,
  { content: { practice } }: DemographicsToFile,
  leave: Leave,
): Promise<void> {
  const stated = statedValue(practice)
  if (!stated) return
  const words = [stated.name, stated.odsCode ?? stated.codeSent].filter(Boolean).join(' ')
  if (!stated.odsCode || !(await findPractice(tx, stated.odsCode))) return leave('practice_unknown', words)
  const recorded = await practiceOfRecord(tx, patientId)
  if (recorded !== stated.odsCode) leave('practice_differs', words)
}
