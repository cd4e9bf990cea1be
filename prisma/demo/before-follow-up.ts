import type { TreatmentModality } from '@/lib/nhs/code-lists/treatment-modality'
import { closed, offered, treated } from './care'
import type { Scene } from './scene'

/** A treatment of long ago; days ago. */
export type TreatedLongAgo = { modality: TreatmentModality; daysAgo: number; note: string }

const WEEK = 7

/** Days after treatment by which everything about its end was done. */
const ALL_DONE_AFTER = 40

/**
 * Treatment that was over before this service was there: assessments were offered, and the summary was written on paper.
 */
export async function wasTreated(scene: Scene, { modality, daysAgo, note }: TreatedLongAgo): Promise<void> {
  const days = modality === '05' ? 4 * WEEK : 0
  await offered(scene, daysAgo + days + WEEK, 'declined')
  await treated(scene, { modality, from: daysAgo + days, to: daysAgo, note })
  await offered(scene, daysAgo - 3 * WEEK, 'declined', { point: 'end_of_treatment' })
  await closed(
    scene,
    daysAgo - ALL_DONE_AFTER,
    'prepare_treatment_summary',
    'Written on paper, before this service was there',
  )
}
