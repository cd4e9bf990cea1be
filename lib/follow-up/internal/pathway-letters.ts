import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import { endLetter, welcomeLetter, type EndedFollowUp } from '@/lib/messages/pathway-letters'
import { endCopy } from '@/lib/messages/practice-letters'
import { writeLetters } from '@/lib/messages/write-letters'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { PathwayEnd } from '@/lib/platform/prisma-client/enums'
import type { PathwayLetter } from '../protocol'
import { fromAnsweringTeams } from './from-answering-teams'
import { ownFollowUp, testsDone, wayBackOf } from './own-follow-up'
import { readPathways, type KnownPathway } from './read-pathways'

/** Whether the protocol of a pathway has this letter sent; one without a protocol sends the letter of its end. */
export function sends({ snapshot }: KnownPathway, letter: PathwayLetter): boolean {
  return snapshot ? snapshot.protocol.letters.sent.includes(letter) : letter === 'end_of_follow_up'
}

/** Who the letters of a pathway are about, from whom and how: what all of them have in common. */
export function placeOf({ row }: KnownPathway, actor: Actor | null) {
  return {
    patientId: row.patientId,
    teamId: row.teamId,
    usesInternet: row.decision.isDigital,
    signedBy: actor && formatNamePlain(actor),
  }
}

/**
 * Tells a person of the pathway that was just decided, in the transaction of the decision: of one that goes on what comes
 * next, of one that hands over to the practice that it ended.
 *
 * @returns as `writeLetters`
 */
export async function writeBeginning(tx: Tx, actor: Actor, pathwayId: string): Promise<AccessEntry[]> {
  const [known] = await readPathways(tx, { ids: [pathwayId] })
  if (known?.row.endedOn) return writeEndOfFollowUp(tx, actor, pathwayId)
  if (!known || !sends(known, 'welcome')) return []
  return writeLetters(tx, actor.staffId, {
    ...placeOf(known, actor),
    about: `follow_up_begun:${pathwayId}`,
    toPerson: welcomeLetter(ownFollowUp(known)),
    notice: 'letter_coming',
    toPractice: null,
  })
}

/** Of these ends the person is told in writing; at another a conversation or another pathway says it. */
const ENDS_WITH_LETTER: readonly PathwayEnd[] = ['completed', 'discharged', 'person_declined']

/** Tells a person and their practice that a pathway has ended: in the transaction that ends it. @returns as `writeLetters` */
export async function writeEndOfFollowUp(tx: Tx, actor: Actor, pathwayId: string): Promise<AccessEntry[]> {
  const [known] = await fromAnsweringTeams(tx, await readPathways(tx, { ids: [pathwayId] }))
  const last = known?.row.events.findLast(({ kind }) => kind === 'ended')
  if (!known || !last?.end || !ENDS_WITH_LETTER.includes(last.end) || !sends(known, 'end_of_follow_up'))
    return []
  const { row } = known
  const diagnoses = await listDiagnoses(tx, row.patientId)
  const diagnosis = diagnoses.find(({ id }) => id === row.diagnosisId)
  const practice = await findRegisteredPractice(tx, row.patientId)
  const ended: EndedFollowUp = {
    end: last.end,
    endedOn: fromDatabaseDate(last.on),
    startedOn: fromDatabaseDate(row.startedOn),
    done: testsDone(known),
    practiceName: practice?.name ?? null,
    wayBack: wayBackOf(known, diagnosis ? tumourGroupOf(diagnosis.icd10Code) : null),
  }
  return writeLetters(tx, actor.staffId, {
    ...placeOf(known, actor),
    about: `follow_up_ended:${pathwayId}`,
    toPerson: endLetter(ended),
    notice: 'letter_coming',
    toPractice: endCopy(ended, last.letter),
  })
}
