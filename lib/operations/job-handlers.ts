import type { TaskList } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { today } from '@/lib/platform/clock'

/** When jobs start by themselves, in cron's words, in UTC. */
export const CRON_TIMES = [
  '41 * * * * check_messages',
  '7 1 * * * end_lapsed_reviews ?fill=2d',
  '37 1 * * * recompute_follow_up ?fill=2d',
  '57 1 * * * write_letters ?fill=2d',
  '17 2 * * * purge_drafts ?fill=2d',
  '27 2 * * * purge_traces ?fill=2d',
].join('\n')

/** Drafts that nobody came back to are deleted after this many days; what was filed is not a draft any more. */
export const DRAFT_DAYS = 30

/** A form is not sent again after this many days: its submission need not be remembered. */
const SUBMISSION_DAYS = 7

/** Far longer than the throttle of log-in looks back. */
const LOGIN_ATTEMPT_DAYS = 2

/**
 * What the worker can do, by the job's name. A handler may be run twice for one job, and must then do no harm.
 * Each works inside `asJob`, which tells row security on whose behalf.
 */
export function jobHandlers(pool: Pool): TaskList {
  return {
    // Loaded with its first message: the worker is to stay small where nothing is sent.
    send_message: async (payload, { job }) => (await import('./send-message')).sendMessage(payload, job),
    check_messages: async () => (await import('./check-messages')).checkMessages(pool),
    recompute_follow_up: async (payload) => (await import('./recompute-follow-up')).recomputeNightly(payload),
    write_letters: async () => (await import('./write-due-letters')).writeLettersNightly(),
    purge_drafts: () =>
      asJob(pool, 'purge_drafts', async (client) => {
        await client.query('delete from draft where updated_at < now() - make_interval(days => $1)', [
          DRAFT_DAYS,
        ])
        await discardForgottenImports(client)
      }),
    end_lapsed_reviews: () =>
      asJob(pool, 'end_lapsed_reviews', async (client) => {
        await client.query('select access.end_lapsed_reviews($1::date)', [today()])
      }),
    purge_traces: () =>
      asJob(pool, 'purge_traces', async (client) => {
        await client.query('delete from submission where created_at < now() - make_interval(days => $1)', [
          SUBMISSION_DAYS,
        ])
        await client.query('delete from login_attempt where at < now() - make_interval(days => $1)', [
          LOGIN_ATTEMPT_DAYS,
        ])
      }),
  }
}

/** A hospital's list, or a file of results, that nobody confirmed is a draft too, and one with many people in it. */
async function discardForgottenImports(client: PoolClient): Promise<void> {
  const forgotten = `state = 'reviewing' and created_at < now() - make_interval(days => $1)`
  await client.query(
    `delete from patient_import_row where import_id in (select id from patient_import where ${forgotten})`,
    [DRAFT_DAYS],
  )
  await client.query(`update patient_import set state = 'discarded' where ${forgotten}`, [DRAFT_DAYS])
  await client.query(
    `delete from result_file_row where file_id in (select id from result_file where ${forgotten})`,
    [DRAFT_DAYS],
  )
  await client.query(
    `update result_file set state = 'discarded', content = null, finished_at = now() where ${forgotten}`,
    [DRAFT_DAYS],
  )
}

/** One transaction as the named system job. */
async function asJob(pool: Pool, name: string, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.job', $1, true)`, [name])
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
