import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkActorOfSession } from '@/lib/access/link-door'
import { LINK_IDLE_MINUTES, LINK_SESSION_HOURS } from '@/lib/access/link-limits'
import { hashOfToken, newSessionToken } from '@/lib/accounts/session-token'
import { leaveDocument } from '@/lib/document-links/leave-document'
import { MOST_OPENINGS, MOST_TRIES } from '@/lib/document-links/link-rules'
import { findDocumentLink, openDocumentLink } from '@/lib/document-links/open-document-link'
import { revokeDocumentLink } from '@/lib/document-links/revoke-document-link'
import { atInstant, now } from '@/lib/platform/clock'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { issueSummaryLink } from '@/lib/treatment-summaries/issue-summary-link'
import { getSummaryLinks } from '@/lib/treatment-summaries/link-queries'
import { issuedLink, openedLink } from '@/tests/factories/document-links'
import { summaryNow } from '@/tests/factories/treatment-summaries'
import { BORN_ON, makeLinkSetting, type LinkSetting } from './setting'

const DAY = 86_400_000

/** One story for each state, whatever else chance brings. */
const EXAMPLES = [
  { kinds: [], last: null, isOld: false },
  { kinds: [], last: null, isOld: true },
  { kinds: Array<string>(5).fill('refused'), last: null, isOld: false },
  { kinds: ['opened', 'read'], last: 'finished', isOld: false },
  { kinds: ['opened'], last: 'revoked', isOld: true },
]
const WRONG = '1961-03-02'

let setting: LinkSetting
beforeAll(async () => {
  setting = await makeLinkSetting()
})
afterAll(() => setting.database.drop())

const tried = (link: string, bornOn: string) =>
  openDocumentLink({ link, bornOn }).then(
    (session) => (session ? 'opened' : 'dead'),
    (error: Error) => error.message,
  )

describe('making a link', () => {
  it('stores the hash of its secret and the secret nowhere', async () => {
    const { secret, linkId } = await setting.linked()
    const { database } = setting
    const { rows } = await database.superuser.query('select token_hash from document_link where id = $1', [
      linkId,
    ])
    expect(rows).toEqual([{ token_hash: hashOfToken(secret) }])
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const { rows: tables } = await database.superuser.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    )
    expect(tables.length).toBeGreaterThan(30)
    for (const { name } of tables) {
      const found = await database.superuser.query(`select 1 from ${name} as row where row::text like $1`, [
        `%${secret}%`,
      ])
      expect(found.rowCount, name).toBe(0)
    }
  })

  it('records that the summary was sent, by which way and today, and meets what was owed', async () => {
    const place = await setting.linked()
    const { versions } = await summaryNow(setting.clinician, place)
    expect(versions[0]?.deliveries).toMatchObject([
      { recipient: 'practice', channel: 'in_service', teamId: setting.practice },
      { recipient: 'practice', channel: 'secure_email', to: 'Mill Lane Surgery', teamId: null },
    ])
    expect(await setting.openTasks(place.patientId, 'send_treatment_summary')).toEqual([])
    expect(await setting.events(place.patientId)).toContain('document_link.issued')
  })

  it('posted twice by the same form makes one, and shows its secret once', async () => {
    const place = await setting.sent()
    const actor = {
      ...setting.supportWorker,
      submission: { id: crypto.randomUUID(), action: 'document-link.issue' },
    }
    const first = await issueSummaryLink(actor, { ...place, channel: 'post' })
    const second = await issueSummaryLink(actor, { ...place, channel: 'post' })
    expect(first.secret).toHaveLength(43)
    expect(second).toEqual({ linkId: first.linkId, secret: null })
    expect(await setting.linksOf(place)).toHaveLength(1)
  })

  it('is for the hospital team, where the person lives, shares, and is registered somewhere', async () => {
    const place = await setting.sent()
    const { clinician, gp, urologist, database } = setting
    const wanted = { ...place, channel: 'post' } as const
    await expect(issueSummaryLink(gp, wanted)).rejects.toThrow(NotAllowed)
    await expect(getSummaryLinks(gp, place)).rejects.toThrow(NotAllowed)
    await expect(issueSummaryLink(urologist, wanted)).rejects.toThrow(NotFound)
    const set = (column: string) =>
      database.superuser.query(`update patient set ${column} where id = $1`, [place.patientId])
    await set('shares_with_practice = false')
    await expect(issueSummaryLink(clinician, wanted)).rejects.toThrow('does not share')
    await set('shares_with_practice = true')
    await set('died_on = current_date')
    await expect(issueSummaryLink(clinician, wanted)).rejects.toThrow('has died')
    expect(await setting.linksOf(place)).toEqual([])
  })
})

describe('a link', () => {
  it('says who sent it and of the person nothing, and changes nothing when it is looked at', async () => {
    const { secret, linkId, patientId } = await setting.linked()
    const before = await setting.events(patientId)
    for (let scan = 0; scan < 50; scan++) {
      const offered = await findDocumentLink(secret)
      expect(Object.keys(offered ?? {}).sort()).toEqual(['expiresAt', 'team', 'telephone'])
    }
    expect(await setting.kindsOf(linkId)).toEqual([])
    expect(await setting.events(patientId)).toEqual(before)
  })

  it('opens with the date of birth, for the one document, and says so in the access log', async () => {
    const { actor, linkId, patientId, summaryId } = await setting.opened()
    expect(actor).toMatchObject({ linkId, patientId, summaryId, practiceTeamId: setting.practice })
    expect(await setting.kindsOf(linkId)).toEqual(['opened'])
    expect(await setting.logOf(patientId, 'document_link.opened')).toEqual([
      {
        actor_kind: 'practice link',
        staff_id: null,
        session_id: actor.linkSessionId,
        detail: { link: linkId },
      },
    ])
  })

  it('is dead after five wrong dates, also for the right one', async () => {
    const { secret, linkId, patientId, summaryId } = await setting.linked()
    for (const left of ['4 tries are left', '3 tries are left', '2 tries are left', '1 try is left'])
      expect(await tried(secret, WRONG)).toContain(left)
    expect(await tried(secret, WRONG)).toBe('dead')
    expect(await tried(secret, BORN_ON)).toBe('dead')
    expect(await findDocumentLink(secret)).toBeNull()
    expect(await setting.kindsOf(linkId)).toEqual(Array<string>(MOST_TRIES).fill('refused'))
    expect(await setting.logOf(patientId, 'document_link.refused')).toHaveLength(MOST_TRIES + 1)
    expect(await setting.linksOf({ patientId, summaryId })).toMatchObject([{ state: 'locked' }])
  })

  it('counts wrong dates that arrive together one by one', async () => {
    const two = await setting.linked()
    await Promise.all([tried(two.secret, WRONG), tried(two.secret, WRONG)])
    expect(await setting.kindsOf(two.linkId)).toEqual(['refused', 'refused'])
    const many = await setting.linked()
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => tried(many.secret, WRONG)))
    expect(await setting.kindsOf(many.linkId)).toHaveLength(MOST_TRIES)
    expect(outcomes.filter((outcome) => outcome === 'dead')).toHaveLength(12 - MOST_TRIES + 1)
  })

  it('says the same whether it is unknown, ran out, was revoked, replaced or used up', async () => {
    const { clinician, linked } = setting
    const past = await setting.sent()
    const expired = await atInstant(new Date(now().getTime() - 15 * DAY), () => issuedLink(clinician, past))
    const revoked = await linked()
    await revokeDocumentLink(clinician, { ...revoked, reason: 'Wrong address' })
    const replaced = await linked()
    await issuedLink(clinician, replaced)
    const used = await linked()
    for (let time = 0; time < MOST_OPENINGS; time++) expect(await tried(used.secret, BORN_ON)).toBe('opened')
    const secrets = [expired, revoked, replaced, used, { secret: newSessionToken().token }, { secret: '' }]
    for (const { secret } of secrets) {
      expect(await findDocumentLink(secret)).toBeNull()
      expect(await tried(secret, BORN_ON)).toBe('dead')
    }
    const states = [past, revoked, replaced, used].map(async (place) => (await setting.linksOf(place)).at(-1))
    expect(await Promise.all(states)).toMatchObject(
      ['expired', 'revoked', 'replaced', 'used'].map((state) => ({ state })),
    )
  })
})

describe('the state of a link', () => {
  it('is the same in the database, which decides at the door, as on the page', async () => {
    const { superuser } = setting.database
    const kinds = fc.array(fc.constantFrom('opened', 'refused', 'read', 'opened', 'refused'), {
      maxLength: 14,
    })
    const story = fc.record({
      kinds,
      last: fc.option(fc.constantFrom('finished', 'revoked')),
      isOld: fc.boolean(),
    })
    const place = await setting.sent()
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(story, async ({ kinds: happened, last, isOld }) => {
        const issuedAt = new Date(now().getTime() - (isOld ? 15 : 1) * DAY)
        const { linkId } = await atInstant(issuedAt, () => issuedLink(setting.clinician, place))
        for (const kind of [...happened, ...(last ? [last] : [])])
          await superuser.query(
            `insert into document_link_event (id, patient_id, link_id, kind, reason, recorded_by_id)
             select uuidv7(), $1, $2, $3::document_link_event_kind, 'Wrong address', case when $3 = 'revoked' then $4::uuid end`,
            [place.patientId, linkId, kind, setting.clinician.staffId],
          )
        for (const { id, state } of await setting.linksOf(place)) {
          const { rows } = await superuser.query('select access.link_state($1) as state', [id])
          expect(rows).toEqual([{ state }])
          seen.add(state)
        }
      }),
      { numRuns: 12, examples: EXAMPLES.map((example) => [example]) },
    )
    expect([...seen].sort()).toEqual(['expired', 'live', 'locked', 'replaced', 'revoked', 'used'])
  }, 120_000)
})

describe('an opened document', () => {
  const isOpen = async ({ session }: { session: string }) =>
    (await linkActorOfSession(hashOfToken(session))) !== null

  it('closes when the link is taken back or replaced, and when it is left', async () => {
    const { clinician } = setting
    const [revoked, replaced, left, other] = [
      await setting.opened(),
      await setting.opened(),
      await setting.opened(),
      await setting.opened(),
    ]
    await revokeDocumentLink(clinician, { ...revoked, reason: 'Wrong address' })
    await expect(revokeDocumentLink(clinician, { ...revoked, reason: 'Again' })).rejects.toThrow('already')
    await issuedLink(clinician, replaced)
    await leaveDocument(left.actor)
    for (const { actor } of [revoked, replaced, left]) expect(await isOpen(actor)).toBe(false)
    expect(await isOpen(other.actor)).toBe(true)
    // Left, it opens again; taken back, it does not.
    expect(await tried(left.secret, BORN_ON)).toBe('opened')
    expect(await tried(revoked.secret, BORN_ON)).toBe('dead')
  })

  it.each([
    [`last_seen_at = now() - interval '${LINK_IDLE_MINUTES} minutes 1 second'`, false],
    [`last_seen_at = now() - interval '${LINK_IDLE_MINUTES - 1} minutes'`, true],
    [`expires_at = now() - interval '1 second'`, false],
  ])('after %s is open: %s', async (column, open) => {
    const { actor } = await setting.opened()
    const { superuser } = setting.database
    await superuser.query(`update document_link_session set ${column} where id = $1`, [actor.linkSessionId])
    expect(await isOpen(actor)).toBe(open)
  })

  it('lasts two hours at most, and no longer because the link is opened again', async () => {
    const { actor, secret } = await setting.opened()
    await openedLink(secret, BORN_ON)
    const { rows } = await setting.database.superuser.query<{ hours: number }>(
      `select extract(epoch from expires_at - created_at)::float / 3600 as hours from document_link_session where id = $1`,
      [actor.linkSessionId],
    )
    expect(rows[0]?.hours).toBeCloseTo(LINK_SESSION_HOURS, 3)
  })
})
