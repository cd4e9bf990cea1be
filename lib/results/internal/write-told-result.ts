import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { teamToCall } from '@/lib/care-teams/team-to-call'
import type { NextTest } from '@/lib/follow-up/next-date'
import { writeToldLetters } from '@/lib/messages/write-told-letters'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNamePlain } from '@/lib/nhs/person-name'
import type { Tx } from '@/lib/platform/database'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { knownTests, testForPerson } from '../known-tests'
import type { ResultsToTell } from '../results-to-tell'
import { nameOfResult, testsWith } from '../what-was-examined'
import type { ResultRow } from './result-rows'

/** That somebody was told a result that answers no test. `tellingId`: the fact that says so. */
type Telling = {
  row: ResultRow
  tellingId: string
  teamId: string
  told: ResultsToTell
  toldBy: ToldBy
  on: CalendarDate
  next: NextTest | null
}

/**
 * Puts in writing what a person was told of a result outside a pathway, and sends their practice a copy: in the transaction
 * of the telling. As a test of a pathway does whose protocol has every letter sent; nobody asked whether the person uses the
 * internet, so that no notice goes before it.
 *
 * @returns as `writeLetters`
 */
export async function writeToldResult(tx: Tx, actor: Actor, telling: Telling): Promise<AccessEntry[]> {
  const { row, tellingId, teamId, told, toldBy, on, next } = telling
  const [test] = testsWith(knownTests(), row.analyteCode)
  return writeToldLetters(tx, actor.staffId, {
    patientId: row.patientId,
    teamId,
    about: `told:${tellingId}`,
    usesInternet: false,
    signedBy: formatNamePlain(actor),
    test: {
      name: nameOfResult(knownTests(), row.analyteCode),
      test: testForPerson(test ?? ''),
      takenOn: told.sampledOn ?? on,
      results: told.results,
      decisions: told.decisions,
      next: next && { test: testForPerson(next.testCode), on: next.dueOn },
      wayBack: { ...(await teamToCall(tx, teamId)), emergencies: [], sameDay: [] },
    },
    toldBy,
    toldOn: on,
    isWritten: true,
    isCopied: true,
  })
}
