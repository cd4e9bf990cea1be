import 'server-only'
import { uuidv7 } from 'uuidv7'
import { recordAccess } from '@/lib/access-log/record-access'
import { findCaringTeam } from '@/lib/care-teams/caring-team'
import type { Observation } from '@/lib/interop/hl7/observation'
import type { Report } from '@/lib/interop/hl7/report'
import type { ResultsMessage } from '@/lib/interop/hl7/results-message'
import { findPersonByNhsNumber } from '@/lib/patients/find-person'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { knownTests } from '../known-tests'
import { mismatch, personIn } from '../match-person'
import { orderNumberOf, readObservationOf, valueInWords, type ReadObservation } from '../read-observation'
import type { UnmatchedContent, UnmatchedReason } from '../unmatched'
import { keepResult } from './keep-result'
import { findResults, lockResults, type ResultRow } from './result-rows'

type Place = { organisationId: string; messageId: string }
type Whose = { patientId: string; teamId: string }

/** Files what a message says, each result by itself; what cannot be filed for sure waits for a person, with why. */
export async function fileMessage(tx: Tx, place: Place, message: ResultsMessage): Promise<void> {
  const said = personIn(message.patient)
  const whose = await personOf(tx, place, said)
  if (typeof whose !== 'string') await lockResults(tx, whose.patientId)
  for (const report of message.reports)
    for (const observation of resultsIn(report)) {
      const why = typeof whose === 'string' ? whose : await fileOne(tx, place, whose, { report, observation })
      if (why) await leaveToPerson(tx, place, why, contentOf(said, report, observation))
    }
}

/** A report in words is one result, whatever lines it was sent in. */
function resultsIn(report: Report): Observation[] {
  return report.text === null ? [...report.observations] : report.observations.slice(0, 1)
}

async function personOf(
  tx: Tx,
  { organisationId }: Place,
  said: UnmatchedContent['person'],
): Promise<Whose | UnmatchedReason> {
  if (!said.nhsNumber) return 'no_nhs_number'
  const person = await findPersonByNhsNumber(tx, said.nhsNumber)
  const teamId = person && (await findCaringTeam(tx, { patientId: person.id, organisationId }))
  if (!person || !teamId) return 'no_such_person'
  return mismatch(said, person) ?? { patientId: person.id, teamId }
}

type Sent = { report: Report; observation: Observation }

/** @returns why it was not filed, or null when it was */
async function fileOne(
  tx: Tx,
  { messageId }: Place,
  { patientId, teamId }: Whose,
  { report, observation }: Sent,
): Promise<UnmatchedReason | null> {
  const read = readObservationOf(knownTests(), report, observation, today())
  if (!read.ok) return read.fault
  const orderNumber = orderNumberOf(report)
  const earlier = await earlierVersion(tx, patientId, { ...read.value, orderNumber })
  if (read.value.status === 'cancelled' && !earlier) return 'nothing_to_correct'
  const id = await keepResult(tx, {
    ...read.value,
    patientId,
    teamId,
    source: 'message',
    messageId,
    referenceRange: observation.referenceRange || null,
    reportedAt: report.reportedAt?.instant ?? null,
    orderNumber,
    replaces: isOvertaken(read.value, earlier) ? null : earlier,
    confirmedSlip: null,
    recordedById: null,
  })
  await recordAccess(tx, { event: 'result.filed', patientId, entityId: id, detail: { source: 'message' } })
  return null
}

/** A preliminary result that comes after a final one takes no place of it. */
function isOvertaken({ status }: ReadObservation, earlier: ResultRow | null): boolean {
  return status === 'preliminary' && earlier !== null && earlier.status !== 'preliminary'
}

/** The last version of the same order and analyte. */
async function earlierVersion(
  tx: Tx,
  patientId: string,
  { code, orderNumber }: Pick<ReadObservation, 'code'> & { orderNumber: string },
): Promise<ResultRow | null> {
  const rows = await findResults(tx, { patientId })
  return rows.findLast((row) => row.analyteCode === code && row.orderNumber === orderNumber) ?? null
}

function contentOf(
  person: UnmatchedContent['person'],
  report: Report,
  observation: Observation,
): UnmatchedContent {
  const { code } = observation
  return {
    person,
    code: code?.code ?? report.code.code,
    name: code?.text || report.code.text,
    value: valueInWords(observation),
    unit: observation.unit,
    referenceRange: observation.referenceRange,
    status: observation.status,
    sampledOn: (report.takenAt ?? observation.observedAt)?.day ?? null,
    reportedAt: report.reportedAt?.instant?.toISOString() ?? null,
    orderNumber: orderNumberOf(report),
    text: report.text,
  }
}

async function leaveToPerson(
  tx: Tx,
  { organisationId, messageId }: Place,
  why: UnmatchedReason,
  content: UnmatchedContent,
): Promise<void> {
  await tx.unmatchedResult.createMany({
    data: [
      {
        id: uuidv7(),
        messageId,
        organisationId,
        why,
        content: content as unknown as Prisma.InputJsonValue,
      },
    ],
  })
}
