import path from 'node:path'
import { z } from 'zod'
import { startChild } from './child-process'
import { bareEnvironment, type Environment } from './environment'
import { projectRoot } from './project-root'
import { typescriptFlags } from './serve'

/** Enough for a batch with room to spare; with less, most of the time goes on tidying up. */
const HEAP_MB = 256

/** From the clock without a place; from the part before with the last pathway that it looked at. */
const place = z.object({ after: z.uuid().optional() })

/**
 * The nightly job: has a part of the pathways worked out in a process of its own, whose memory is given back when it ends;
 * the worker stays small all day. The process leaves what is left to another job.
 *
 * @throws Error if it ended before it was done: the job is then run again
 */
export async function recomputeNightly(payload: unknown): Promise<void> {
  const { after } = place.parse(payload ?? {})
  const file = path.join(projectRoot, 'lib/operations/follow-up-night.ts')
  const { exited } = startChild({
    name: 'The nightly work on follow-up',
    args: [`--max-old-space-size=${HEAP_MB}`, ...typescriptFlags, file, ...(after ? [after] : [])],
    env: environment(),
  })
  const code = await exited
  if (code !== 0) throw new Error('the nightly work on follow-up ended before it was done')
}

/** What the worker was told, but for what sends messages. */
function environment(): Environment {
  const { DATABASE_WORKER_URL, ALONGSIDE_MODE, ALONGSIDE_LOG_LEVEL, NODE_ENV } = process.env
  return { ...bareEnvironment(), DATABASE_WORKER_URL, ALONGSIDE_MODE, ALONGSIDE_LOG_LEVEL, NODE_ENV }
}
