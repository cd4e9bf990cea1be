import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeMessageSetting, type MessageSetting } from './setting'

/** All that the job that sends messages can read of the record; the others it is not granted, or sees no row of. */
const READABLE = ['contact_block', 'message', 'message_event', 'patient', 'team']

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
  const patientId = await setting.reachable()
  await setting.textTo(patientId)
  await setting.database.superuser.query(
    `insert into contact_block (id, patient_id, reason, started_on) values (uuidv7(), $1, 'opted_out', current_date)`,
    [patientId],
  )
  await setting.database.superuser.query(
    `insert into draft (id, patient_id, team_id, form, content, created_by_id, updated_by_id) values (uuidv7(), $1, $2, 'needs_assessment', '{}', $3, $3)`,
    [patientId, setting.breast, setting.clinician.staffId],
  )
  await setting.database.superuser.query(
    `insert into message_event (id, patient_id, message_id, kind) select uuidv7(), patient_id, id, 'answered' from message`,
  )
})
afterAll(() => setting.database.drop())

/** Every table, with one column of it that role worker may read; null: none. */
const TABLES = `
  select tables.table_name as name, (
    select column_name from information_schema.column_privileges as may
    where may.table_schema = 'public' and may.table_name = tables.table_name and may.grantee = 'worker' and may.privilege_type = 'SELECT'
    limit 1) as readable
  from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`

async function seenAs(job: string | null): Promise<string[]> {
  const { superuser, pools } = setting.database
  const { rows } = await superuser.query<{ name: string; readable: string | null }>(TABLES)
  const client = await pools.worker.connect()
  const seen: string[] = []
  for (const { name, readable } of rows) {
    if (!readable) continue
    await client.query('begin')
    if (job) await client.query(`select set_config('app.job', $1, true)`, [job])
    const { rowCount } = await client.query(`select "${readable}" from "${name}" limit 1`)
    if (rowCount) seen.push(name)
    await client.query('rollback')
  }
  await client.query('begin')
  await client.query(`select set_config('app.job', 'send_message', true)`)
  expect((await client.query(`update patient set email = null`)).rowCount).toBe(0)
  await client.query('rollback')
  client.release()
  return seen.filter((name) => name !== '_prisma_migrations')
}

it('the job that sends sees messages, whom they are for and what stands against them, and no other table', async () => {
  expect(await seenAs('send_message')).toEqual(READABLE)
})

it('the job that writes letters sees people, their follow-up and messages, and no draft', async () => {
  const seen = await seenAs('write_letters')
  expect(seen).toEqual(expect.arrayContaining([...READABLE, 'organisation']))
  for (const table of ['draft', 'patient_import', 'staff_session', 'inbound_message', 'unmatched_result'])
    expect(seen).not.toContain(table)
})

it('the job that writes letters writes to people alone, of teams that care, in nobody’s name', async () => {
  const { pools, superuser } = setting.database
  const { rows } = await superuser.query<{ patient_id: string }>('select patient_id from message limit 1')
  const write = async (job: string, teamId: string, more: string) => {
    const client = await pools.worker.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.job', $1, true)`, [job])
      await client.query(
        `insert into message (id, patient_id, team_id, channel, recipient, template, content, about, not_before ${more === 'practice' ? ', recipient_team_id' : ''})
         values (uuidv7(), $1, $2, 'letter', '${more === 'practice' ? 'practice' : 'person'}', 'letter', '{}', uuidv7()::text, now() ${more === 'practice' ? ', $2' : ''})`,
        [rows[0]?.patient_id, teamId],
      )
      return 'written'
    } catch (error) {
      return String(Reflect.get(Object(error), 'code'))
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  expect(await write('write_letters', setting.breast, 'person')).toBe('written')
  expect(await write('write_letters', setting.urology, 'person')).toBe('42501')
  expect(await write('write_letters', setting.practice, 'practice')).toBe('42501')
  expect(await write('send_message', setting.breast, 'person')).toBe('42501')
})

it('another job, or none, sees nothing of them', async () => {
  for (const job of ['purge_drafts', null])
    expect((await seenAs(job)).filter((name) => READABLE.includes(name))).toEqual([])
})

it('reads of a person only how to reach them, and what a message about them may say otherwise', async () => {
  const { rows } = await setting.database.superuser.query<{ column_name: string }>(
    `select column_name from information_schema.column_privileges
     where table_name = 'patient' and grantee = 'worker' and privilege_type = 'SELECT' order by 1`,
  )
  expect(rows.map(({ column_name }) => column_name)).toEqual([
    'address_line_1',
    'address_line_2',
    'born_on',
    'died_on',
    'email',
    'family_name',
    'given_name',
    'home_telephone',
    'id',
    'information_needs',
    'mobile_telephone',
    'nhs_number',
    'postcode',
    'preferred_language',
    'preferred_name',
    'sex',
    'shares_with_practice',
    'title',
    'version',
  ])
})

it('says of a message only what a job can say, and changes nothing', async () => {
  const client = await setting.database.pools.worker.connect()
  const attempts = [
    `insert into message_event (id, patient_id, message_id, kind, detail) select uuidv7(), patient_id, id, 'told_otherwise', 'By telephone' from message`,
    `update message set about = 'other'`,
    `delete from message`,
  ]
  for (const attempt of attempts) {
    await client.query('begin')
    await client.query(`select set_config('app.job', 'send_message', true)`)
    await expect(client.query(attempt), attempt).rejects.toMatchObject({ code: '42501' })
    await client.query('rollback')
  }
  client.release()
})
