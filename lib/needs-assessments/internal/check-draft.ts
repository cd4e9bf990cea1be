import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { catalogueOf } from '../catalogue'
import type { DraftContent } from '../draft-content'
import { checkAnswers, type CheckedAnswers } from '../rules'
import type { AssessmentCourse } from './assessment-course'

/** Whether a draft is a whole assessment, as things stand with the patient. @throws NotFound for an unknown catalogue */
export async function checkDraft(
  tx: Tx,
  { life, latest }: AssessmentCourse,
  content: DraftContent,
): Promise<CheckedAnswers> {
  const { concerns } = await catalogueOf(tx, content.catalogueVersion)
  return checkAnswers(content, {
    catalogue: concerns,
    earlier: latest?.concerns ?? [],
    life,
    today: today(),
  })
}
