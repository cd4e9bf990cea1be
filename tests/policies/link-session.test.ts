import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PATIENT_ENTITIES, VERBS } from '@/lib/access/access-table'
import { LINK_IDLE_MINUTES, LINK_SESSION_HOURS } from '@/lib/access/link-limits'
import { BY_LINK, LINK_STANDINGS, type LinkStanding } from '@/lib/access/link-table'
import { mayByLink } from '@/lib/access/policy'
import { MOST_OPENINGS, MOST_TRIES } from '@/lib/document-links/link-rules'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { uuidv7 } from 'uuidv7'
import { situate, type Situation } from './patient-situations'
import type { Probe } from './probe'
import { PROBES } from './probes'

/** Which rows of which tables a link's session may see; of every other table, none. */
const SEEN = (own: Linked): Readonly<Record<string, string[]>> => ({
  treatment_summary_delivery: [own.deliveryId],
  treatment_summary_version: [own.summaryVersionId],
  ...(own.standing === 'current' && {
    practice_request: [own.requestId],
    practice_request_event: [own.eventId],
  }),
  team: [own.practiceId, own.teamId].sort(),
})

type Linked = Situation & { standing: LinkStanding; sessionId: string; eventId: string }

describe('the session of a link, as role app', () => {
  let database: TestDatabase
  let client: PoolClient
  const linked = {} as Record<LinkStanding, Linked>
  let stranger: Situation
  let staffId = ''

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    const clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    staffId = clinician.staffId
    const team = (code: string) => teamId(owner, code)
    const teams = {
      own: await team('ZT101-BREAST'),
      sameOrganisation: await team('ZT101-UROLOGY'),
      elsewhere: await team('ZT102-BREAST'),
      hospital: await team('ZT102-BREAST'),
      furtherHospital: await team('ZT102-COLORECTAL'),
      practice: await team('Z90001'),
      otherPractice: await team('Z90002'),
    }
    const situated = () => situate(database.superuser, clinician, 'care', teams)
    stranger = await situated()
    for (const standing of LINK_STANDINGS) linked[standing] = await open(await situated(), standing)
    client = await database.pools.app.connect()
  })
  afterAll(async () => {
    client.release()
    await database.drop()
  })

  /** The document of a situation, opened by its link and standing so to the practice. */
  async function open(situation: Situation, standing: LinkStanding): Promise<Linked> {
    const { superuser } = database
    const [sessionId, eventId] = [uuidv7(), uuidv7()]
    await superuser.query(
      `insert into document_link_session (id, link_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
      [sessionId, situation.linkId, sessionId.replaceAll('-', '').repeat(2)],
    )
    await superuser.query(
      `insert into practice_request_event (id, patient_id, request_id, kind, "on") values ($1, $2, $3, 'asked', current_date)`,
      [eventId, situation.patientId, situation.requestId],
    )
    const died = standing === 'died' ? 'current_date' : 'null'
    await superuser.query(`update patient set died_on = ${died} where id = $1`, [situation.patientId])
    if (standing === 'moved')
      await superuser.query(
        `update care_relationship set ended_on = current_date where patient_id = $1 and team_id = $2`,
        [situation.patientId, situation.practiceId],
      )
    if (standing === 'superseded')
      await superuser.query(
        `insert into treatment_summary_version (id, patient_id, summary_id, team_id, number, schema_number, content, content_hash, changes, signed_on)
         values ($1, $2, $3, $4, 2, 1, '{}', '', '{}', current_date)`,
        [uuidv7(), situation.patientId, situation.summaryId, situation.teamId],
      )
    return { ...situation, standing, sessionId, eventId }
  }

  /** Runs a statement in the session of a link and takes it back; 'refused' where Postgres says no. */
  async function run(own: Pick<Linked, 'sessionId'>, { text, values }: Probe) {
    await client.query('begin')
    try {
      await client.query("select set_config('app.link_session', $1, true)", [own.sessionId])
      return await client.query<{ id: string }>(text, values)
    } catch (error) {
      if (Reflect.get(Object(error), 'code') !== '42501') throw error
      return null
    } finally {
      await client.query('rollback')
    }
  }

  const tables = async () => {
    const { rows } = await database.superuser.query<{ name: string; has_id: boolean }>(
      `select tablename as name, exists (select from information_schema.columns where table_name = tablename and column_name = 'id') as has_id
       from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by tablename`,
    )
    return rows
  }

  it.each(LINK_STANDINGS)(
    'sees of a document that is %s those rows and, walking every table, nothing else',
    async (standing) => {
      const own = linked[standing]
      const seen: Record<string, string[]> = {}
      const all = await tables()
      expect(all.length).toBeGreaterThan(40)
      for (const { name, has_id: hasId } of all) {
        const column = hasId ? 'id' : "'some' as id"
        const result = await run(own, { text: `select ${column} from ${name} order by 1`, values: [] })
        if (result && result.rows.length > 0) seen[name] = result.rows.map(({ id }) => id)
      }
      expect(seen).toEqual(SEEN(own))
    },
  )

  it('changes, adds and deletes nothing in any table, but what the table of links says', async () => {
    const own = linked.current
    const changed: string[] = []
    for (const { name } of await tables()) {
      const { rows } = await database.superuser.query<{ column: string }>(
        `select column_name as column from information_schema.columns where table_schema = 'public' and table_name = $1
         and is_generated = 'NEVER' and is_identity = 'NO'`,
        [name],
      )
      for (const { column } of rows) {
        const update = await run(own, { text: `update ${name} set "${column}" = "${column}"`, values: [] })
        if (update?.rowCount) changed.push(`${name}.${column}`)
      }
      const deleted = await run(own, { text: `delete from ${name}`, values: [] })
      if (deleted?.rowCount) changed.push(`${name} deleted`)
    }
    // Without its own name beside it, not even the mark of having read.
    expect(changed).toEqual([])
  })

  it('may what the table of links says and no more, cell by cell, of its own and of nobody else’s', async () => {
    const differences: string[] = []
    let probes = 0
    for (const { standing, entity, verb, probeFor } of linkCells()) {
      const allowed = mayByLink(standing, entity, verb).allowed
      const own = await run(linked[standing], probeFor(asPractice(linked[standing])))
      const theirs = await run(linked[standing], probeFor(asPractice(stranger)))
      probes += 2
      if (Boolean(own?.rowCount) !== allowed) differences.push(`${standing} ${entity} ${verb}`)
      if (theirs?.rowCount) differences.push(`${standing} ${entity} ${verb} of somebody else`)
    }
    process.stdout.write(`links: ${probes} probes, ${differences.length} differences\n`)
    expect(probes).toBeGreaterThan(200)
    expect(differences).toEqual([])
  })

  type ProbeFor = (context: Situation & { ownTeamId: string; newTeamId: string; staffId: string }) => Probe

  const asPractice = (of: Situation) => ({
    ...of,
    ownTeamId: of.practiceId,
    newTeamId: of.practiceId,
    staffId,
  })

  /** Every cell that the database decides; printing reads. */
  function linkCells() {
    const cells = LINK_STANDINGS.flatMap((standing) =>
      PATIENT_ENTITIES.flatMap((entity) => VERBS.map((verb) => ({ standing, entity, verb }))),
    )
    return cells.flatMap(({ standing, entity, verb }) => {
      const probeFor = probesOf(standing)[`${entity} ${verb}`] ?? PROBES[entity][verb]
      return probeFor ? [{ standing, entity, verb, probeFor }] : []
    })
  }

  /** What a link says, it says in its own name. */
  function probesOf(standing: LinkStanding): Record<string, ProbeFor> {
    const { linkId } = linked[standing]
    return {
      'practice_request update': ({ patientId, requestId }) => ({
        text: `insert into practice_request_event (id, patient_id, request_id, kind, "on", recorded_by_link_id) values (uuidv7(), $1, $2, 'accepted', current_date, $3)`,
        values: [patientId, requestId, linkId],
      }),
      'sent_treatment_summary update': ({ deliveryId }) => ({
        text: `update treatment_summary_delivery set seen_at = now(), seen_by_link_id = $2 where id = $1`,
        values: [deliveryId, linkId],
      }),
    }
  }

  it.each(['asked', 'withdrawn', 'ended'])('does not say %s of a request', async (kind) => {
    const { patientId, requestId, linkId } = linked.current
    const text = `insert into practice_request_event (id, patient_id, request_id, kind, "on", recorded_by_link_id) values (uuidv7(), $1, $2, $4::practice_request_event_kind, current_date, $3)`
    expect(await run(linked.current, { text, values: [patientId, requestId, linkId, kind] })).toBeNull()
  })

  it('says nothing in the name of staff, of no one, or of another link', async () => {
    const { patientId, requestId, deliveryId } = linked.current
    const text = `insert into practice_request_event (id, patient_id, request_id, kind, "on", recorded_by_id, recorded_by_link_id) values (uuidv7(), $1, $2, 'done', current_date, $3, $4)`
    for (const by of [
      [null, null],
      [staffId, null],
      [null, stranger.linkId],
    ])
      expect(await run(linked.current, { text, values: [patientId, requestId, ...by] })).toBeNull()
    const seen = `update treatment_summary_delivery set seen_at = now(), seen_by_link_id = $2 where id = $1`
    expect(await run(linked.current, { text: seen, values: [deliveryId, stranger.linkId] })).toBeNull()
  })

  it('opens and closes the tasks of its own requests and reading alone', async () => {
    const { patientId, requestId, deliveryId, teamId: team, practiceId } = linked.current
    const opening = (kind: string, subject: string, patient = patientId, owner = team) => ({
      text: `select access.open_task($1::task_kind, $2, $3, null, current_date, $4, 'x')`,
      values: [kind, patient, owner, subject],
    })
    const closing = (subject: string | null, kinds: string[] | null, patient = patientId) => ({
      text: `select access.close_tasks($1, $2, $3::task_kind[], 'met', null)`,
      values: [patient, subject, kinds],
    })
    for (const probe of [
      opening('settle_declined_request', requestId),
      opening('complete_summary_request', requestId, patientId, practiceId),
      closing(requestId, ['answer_summary_request', 'await_practice_answer']),
      closing(deliveryId, ['read_treatment_summary']),
    ])
      expect(await run(linked.current, probe), JSON.stringify(probe)).not.toBeNull()
    for (const probe of [
      opening('offer_assessment', patientId),
      opening('settle_declined_request', stranger.requestId),
      opening('settle_declined_request', requestId, stranger.patientId, stranger.teamId),
      closing(null, null),
      closing(requestId, null),
      closing(requestId, ['offer_assessment']),
      closing(deliveryId, ['offer_assessment']),
      closing(stranger.requestId, ['answer_summary_request']),
      closing(requestId, ['answer_summary_request'], stranger.patientId),
      {
        text: `select access.end_practice_requests($1, $2, 'x', current_date)`,
        values: [patientId, requestId],
      },
      { text: `select access.end_practice_requests($1, null, 'x', current_date)`, values: [patientId] },
      { text: `select access.find_document_link('x')`, values: [] },
      { text: `select access.try_document_link('x', current_date, 'x')`, values: [] },
      { text: `select access.link_state($1)`, values: [linked.current.linkId] },
    ])
      expect(await run(linked.current, probe), JSON.stringify(probe)).toBeNull()
  })

  it.each([
    ['that has ended', `ended_at = now()`],
    ['that was not used', `last_seen_at = now() - interval '31 minutes'`],
    ['that is over', `expires_at = now() - interval '1 second'`],
  ])('%s sees nothing', async (_which, column) => {
    const own = await open(stranger, 'current')
    const probe = { text: 'select id from treatment_summary_version', values: [] }
    expect((await run(own, probe))?.rowCount).toBe(1)
    await database.superuser.query(`update document_link_session set ${column} where id = $1`, [
      own.sessionId,
    ])
    expect((await run(own, probe))?.rowCount).toBe(0)
  })

  it('adds nothing to what a member of staff sees who carries both', async () => {
    await client.query('begin')
    await client.query(
      "select set_config('app.session', $1, true), set_config('app.link_session', $2, true)",
      [uuidv7(), linked.current.sessionId],
    )
    expect((await client.query('select id from treatment_summary_version')).rowCount).toBe(0)
    await client.query('rollback')
  })

  it('has the same limits in the database as in the application', async () => {
    const { rows } = await database.superuser.query(
      `select access.link_tries() as tries, access.link_openings() as openings,
        extract(epoch from access.link_idle_limit())::int as idle, extract(epoch from access.link_session_limit())::int as lasts`,
    )
    expect(rows).toEqual([
      {
        tries: MOST_TRIES,
        openings: MOST_OPENINGS,
        idle: LINK_IDLE_MINUTES * 60,
        lasts: LINK_SESSION_HOURS * 60 * 60,
      },
    ])
  })
})

describe('the table of links', () => {
  it('names why a link is refused', () => {
    const reasonOf = (
      standing: LinkStanding,
      ...purpose: Parameters<typeof mayByLink> extends [unknown, ...infer Rest] ? Rest : never
    ) => {
      const decision = mayByLink(standing, ...purpose)
      return decision.allowed ? 'allowed' : decision.reason
    }
    expect(reasonOf('current', 'practice_request', 'update')).toBe('allowed')
    expect(reasonOf('current', 'patient', 'read')).toBe('link_may_not')
    expect(reasonOf('died', 'patient', 'read')).toBe('link_may_not')
    for (const standing of ['superseded', 'moved', 'died'] as const) {
      expect(reasonOf(standing, 'practice_request', 'update')).toBe(`link_${standing}`)
      expect(reasonOf(standing, 'sent_treatment_summary', 'read')).toBe('allowed')
    }
  })

  it('gives nobody anything that it does not say', () => {
    expect(Object.values(BY_LINK).flatMap((cells) => Object.keys(cells))).toEqual([
      'sent_treatment_summary',
      'practice_request',
      'sent_treatment_summary',
      'sent_treatment_summary',
      'sent_treatment_summary',
    ])
  })
})
