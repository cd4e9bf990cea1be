import { z } from 'zod'
import { asJob } from '@/lib/access/as-job'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { addJob } from '@/lib/platform/add-job'
import { closeDatabase } from '@/lib/platform/database'
import { logger } from '@/lib/platform/logger'
import { nameOfError } from './name-of-error'

const log = logger('follow-up')
const NIGHT = { job: 'recompute_follow_up' } as const

/** Pathways in one process, under a minute of work: what a worker that dies leaves to be done again. */
const MOST = 4000

/**
 * A part of the nightly work, in a process of its own. Says how many pathways there were, on how many what is owed changed,
 * and which could not be worked out: these wait for the next night, and the log has them. The rest is left to a job.
 *
 *   follow-up-night.ts [ID]   the id of the pathway after which to begin
 */
async function workOutAPart(after: string | undefined): Promise<void> {
  const { pathways, changed, next } = await recomputeFollowUp(NIGHT, {
    ...(after !== undefined && { after }),
    most: MOST,
    onFailure: (pathway, error) =>
      log.error({ pathway, error: nameOfError(error) }, 'could not work out what is owed on a pathway'),
  })
  log.info({ pathways, changed, isLast: !next }, 'worked out what follow-up owes')
  if (next)
    await asJob(NIGHT, (tx) =>
      addJob(tx, { task: NIGHT.job, payload: { after: next }, key: 'recompute_follow_up go on' }),
    )
  await closeDatabase()
}

await workOutAPart(z.uuid().optional().parse(process.argv[2]))
