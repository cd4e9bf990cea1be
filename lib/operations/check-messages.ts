import type { Pool } from 'pg'
import { checkDeliveries } from '@/lib/messages/check-deliveries'
import { finishMessage } from '@/lib/messages/finish-message'
import { stopForTheDead } from '@/lib/messages/stop-for-the-dead'
import { logger } from '@/lib/platform/logger'
import { carriersFrom } from './message-carriers/carriers'

const log = logger('messages')
const ACTOR = { job: 'send_message' } as const

/** What the key of a job that sends says before the id of its message. */
const KEY = 'message '

/** The hourly job: brings to an end what no attempt will, stops what is for the dead, and asks carriers what arrived. */
export async function checkMessages(pool: Pool): Promise<void> {
  const carriers = carriersFrom(process.env)
  const { rows } = await pool.query<{ id: string; key: string }>(
    `select id, key from graphile_worker.jobs
     where task_identifier = 'send_message' and attempts >= max_attempts and locked_by is null and key like $1`,
    [`${KEY}%`],
  )
  for (const { id, key } of rows)
    if (await finishMessage(ACTOR, carriers, key.slice(KEY.length)))
      await pool.query('select graphile_worker.complete_jobs(array[$1::bigint])', [id])
  const stopped = await stopForTheDead(ACTOR)
  const checked = await checkDeliveries(ACTOR, carriers)
  log.info({ finished: rows.length, stopped, ...checked }, 'looked after messages')
}
