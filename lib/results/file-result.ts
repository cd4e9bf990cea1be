import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { getPatientIdentity } from '@/lib/patients/patient-identity'
import { now } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { doubtsOf } from './internal/doubts-of-result'
import { keepResult } from './internal/keep-result'
import { findResults, lockResults, type ResultRow } from './internal/result-rows'
import { typedValue } from './internal/typed-value'
import { knownTests } from './known-tests'
import { resultsInForce, standingVersions } from './result'
import type { asCode, fileResultSchema } from './schema'

type Input = ReturnType<typeof asCode<z.output<typeof fileResultSchema>>>

/**
 * Files a result that somebody has read elsewhere, the value as typed, or puts right one that was filed wrongly. It is
 * judged at once and its review is owed.
 *
 * @returns its id
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if the value cannot be read or its unit is not one of the analyte's, or if it looks like a slip and
 *   nobody said how they know
 */
export async function fileResult(actor: Actor, input: Input): Promise<string> {
  return asActor(actor, async (tx) => {
    const { patientId, code, sampledOn } = input
    const teamId = actingTeam(await openPatient(tx, actor, patientId, ['result', 'create']))
    await lockResults(tx, patientId)
    const value = typedValue(knownTests(), input)
    const rows = await findResults(tx, { patientId })
    const replaces = input.replaces ? standingResult(rows, input.replaces, code) : null
    const { bornOn } = await getPatientIdentity(tx, patientId)
    const others = resultsInForce(
      rows.filter(({ fact }) => fact.specimen !== replaces?.fact.specimen).map(({ fact }) => fact),
    )
    requireConfirmed(input, doubtsOf({ code, sampledOn, value, bornOn, issuedAt: now() }, others))
    const id = await keepResult(tx, {
      patientId,
      teamId,
      source: 'by_hand',
      messageId: null,
      code,
      value,
      referenceRange: null,
      notes: null,
      doubts: null,
      reportedAt: null,
      status: replaces ? 'corrected' : 'final',
      sampledOn,
      orderNumber: replaces?.orderNumber ?? null,
      earlier: replaces,
      confirmedSlip: input.confirmedSlip,
      answers: input.answers,
      recordedById: actor.staffId,
    })
    await recordAccess(tx, {
      event: replaces ? 'result.corrected' : 'result.filed',
      patientId,
      entityId: id,
      detail: { source: 'by_hand' },
    })
    return id
  })
}

/** @throws RuleBroken if it is no result of this that stands */
function standingResult(rows: readonly ResultRow[], id: string, code: string): ResultRow {
  const standing = standingVersions(rows.map(({ fact }) => fact)).map((fact) => fact.id)
  const found = rows.find((row) => row.id === id && row.analyteCode === code && standing.includes(id))
  if (!found)
    throw new RuleBroken('This result was put right already. Open it again to see how it stands now')
  return found
}

/** @throws RuleBroken saying what looks wrong */
function requireConfirmed({ confirmedSlip }: Input, doubts: readonly string[]): void {
  if (doubts.length === 0 || confirmedSlip) return
  throw new RuleBroken([
    {
      field: 'confirmedSlip',
      message: `${doubts.join(' ')} Put it right, or enter how you know that it is so`,
    },
  ])
}
