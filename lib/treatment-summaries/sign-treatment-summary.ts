import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { oweDecision } from '@/lib/follow-up/owe-decision'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { withdrawRequests } from '@/lib/practice-requests/withdraw-requests'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { changesInWords } from './changes'
import { FROZEN_SUMMARY_SCHEMA, frozenSummaryOf, type FrozenSummary } from './frozen-summary'
import { contentHash, findFrozenVersion } from './internal/frozen-versions'
import { sendOnSigning } from './internal/sending'
import {
  requireClinicianOfTeam,
  requireDraft,
  summaryForChange,
  type SummaryUnderChange,
} from './internal/summary-under-change'
import { missingFrom } from './missing'
import { readOwed, reconsiderSummaries } from './reconsider-summaries'
import type { signTreatmentSummarySchema } from './schema'
import type { Sending } from './treatment-summary'

type Input = z.infer<typeof signTreatmentSummarySchema>

/** What came of signing, for the words that follow. */
export type Signed = { number: number; sending: Sending }

/**
 * Signs the draft: freezes it as a version for ever with what changed since the one before, sends it to the practice
 * and asks what it asks; where the person does not share or no practice is known, finding a way is owed.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if something must be filled first, it is signed already, or the person has died
 */
export async function signTreatmentSummary(actor: Actor, input: Input): Promise<Signed> {
  return asActor(actor, async (tx) => {
    const summary = await summaryForChange(tx, actor, input, { purpose: ['treatment_summary', 'sign'] })
    requireClinicianOfTeam(summary)
    requireDraft(summary)
    const missing = missingFrom(summary.content)
    if (missing.length > 0) throw new RuleBroken(missing.map(({ words }) => ({ field: '', message: words })))
    const { patientId } = summary
    const whose = { patientId, teamId: summary.team.id }
    const version = await reconsiderSummaries(tx, whose, () => freezeVersion(tx, actor, summary))
    await closePrepareTasks(tx, summary)
    const { diagnosisId, phaseEndedOn } = summary
    await oweDecision(tx, { ...whose, diagnosisId, phaseEndedOn })
    const sending = await sendOnSigning(tx, actor, summary, version)
    await recordAccess(
      tx,
      {
        event: 'treatment_summary.signed',
        patientId,
        entityId: version.id,
        detail: { version: version.number },
      },
      {
        event: sending === 'sent' ? 'treatment_summary.sent' : 'treatment_summary.not_sent',
        patientId,
        entityId: version.id,
        detail: { version: version.number, why: sending },
      },
    )
    return { number: version.number, sending }
  })
}

async function freezeVersion(
  tx: Tx,
  actor: Actor,
  summary: SummaryUnderChange,
): Promise<{ id: string; number: number; content: FrozenSummary }> {
  const { patientId, id: summaryId, team } = summary
  const [last] = summary.versions
  const before = last ? ((await findFrozenVersion(tx, last.id))?.content ?? null) : null
  const name = await staffNames(tx, [actor.staffId])
  const signed = { on: today(), by: name(actor.staffId) }
  const content = frozenSummaryOf(summary, summary.content, signed)
  const version = { id: uuidv7(), number: (last?.number ?? 0) + 1 }
  await tx.treatmentSummaryVersion.create({
    data: {
      ...version,
      patientId,
      summaryId,
      teamId: team.id,
      schemaNumber: FROZEN_SUMMARY_SCHEMA,
      content,
      contentHash: contentHash(content),
      changes: before ? changesInWords(before, content, content.amendmentReason) : [],
      signedOn: toDatabaseDate(signed.on),
      signedAt: now(),
      signedById: actor.staffId,
    },
  })
  await tx.treatmentSummary.updateMany({ where: { id: summaryId, patientId }, data: { draftedAt: null } })
  if (before) await withdrawDropped(tx, actor, { summaryId, before, content })
  return { ...version, content }
}

/** What the version before asked and this one does not. */
async function withdrawDropped(
  tx: Tx,
  actor: Actor,
  { summaryId, before, content }: { summaryId: string; before: FrozenSummary; content: FrozenSummary },
): Promise<void> {
  const kept = new Set(content.sections.requests.items.map(({ id }) => id))
  const codes = before.sections.requests.items.map(({ id }) => id).filter((id) => !kept.has(id))
  if (codes.length === 0) return
  const reason = content.amendmentReason ?? 'The treatment summary was written again without it'
  await withdrawRequests(tx, actor, { summaryId, codes, reason })
}

/**
 * Signing meets what was owed for the diagnosis, and for the treatments of no diagnosis that it sums up; not what ended
 * after its phase.
 */
async function closePrepareTasks(tx: Tx, summary: SummaryUnderChange): Promise<void> {
  const { patientId, diagnosisId, content, team } = summary
  const owed = new Set((await readOwed(tx, { patientId, teamId: team.id })).map(({ subjectId }) => subjectId))
  const subjects = [diagnosisId, ...content.sections.treatment.items.map(({ id }) => id)]
  for (const subjectId of subjects.filter((id) => !owed.has(id)))
    await closeTasks(tx, { patientId, subjectId, kinds: ['prepare_treatment_summary'], how: 'met' })
}
