import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { logger } from '@/lib/platform/logger'

const log = logger('follow-up')

/** The nightly job: says how many pathways there were, and for how many what is owed changed. */
export async function recomputeNightly(): Promise<void> {
  const { pathways, changed } = await recomputeFollowUp({ job: 'recompute_follow_up' })
  log.info({ pathways, changed }, 'worked out what follow-up owes')
}
