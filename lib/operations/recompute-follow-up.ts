import { z } from 'zod'
import { asJob } from '@/lib/access/as-job'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { addJob } from '@/lib/platform/add-job'
import { logger } from '@/lib/platform/logger'

const log = logger('follow-up')
const NIGHT = { job: 'recompute_follow_up' } as const

/** Pathways in one job, a few seconds of work: what a worker that dies leaves to be done again. */
const MOST = 1000

/** From the clock without a place; from the job before with the last pathway that it looked at. */
const place = z.object({ after: z.uuid().optional() })

/**
 * The nightly job: works out a part of the pathways and leaves the rest to a job of its own. Says how many there were, on
 * how many what is owed changed, and which could not be worked out: these wait for the next night, and the log has them.
 */
export async function recomputeNightly(payload: unknown): Promise<void> {
  const { after } = place.parse(payload ?? {})
  const { pathways, changed, next } = await recomputeFollowUp(NIGHT, {
    after,
    most: MOST,
    onFailure: (pathway, error) =>
      log.error({ pathway, error: nameOf(error) }, 'could not work out what is owed on a pathway'),
  })
  log.info({ pathways, changed, isLast: !next }, 'worked out what follow-up owes')
  if (next)
    await asJob(NIGHT, (tx) =>
      addJob(tx, { task: NIGHT.job, payload: { after: next }, key: 'recompute_follow_up go on' }),
    )
}

/** Not what it says: a message may hold what it choked on. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
