import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { parseDraftContent, readSection } from './draft-content'
import { requireDraft, summaryForChange } from './internal/summary-under-change'
import type { changeSummarySectionSchema } from './schema'
import { editedSection, sectionDifferences } from './section-edit'

type Input = z.output<typeof changeSummarySectionSchema>

/**
 * Writes one section of a draft.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if somebody changed the summary since it was shown, with what differs in this section
 * @throws RuleBroken if it is signed, the person has died, or the team no longer cares
 */
export async function changeSummarySection(actor: Actor, form: Input): Promise<null> {
  const { patientId, summaryId, version, section, input } = form
  return asActor(actor, async (tx) => {
    const summary = await summaryForChange(
      tx,
      actor,
      { patientId, summaryId, version },
      {
        purpose: ['treatment_summary', 'update'],
        differences: ({ content }) => sectionDifferences(section, readSection(content, section), input),
      },
    )
    requireDraft(summary)
    const { content } = summary
    const edited = editedSection(readSection(content, section), input, uuidv7)
    await tx.treatmentSummary.updateMany({
      where: { id: summaryId, patientId },
      data: {
        content: parseDraftContent({ ...content, sections: { ...content.sections, [section]: edited } }),
      },
    })
    await recordAccess(tx, {
      event: 'treatment_summary.changed',
      patientId,
      entityId: summaryId,
      detail: { section },
    })
    return null
  })
}
