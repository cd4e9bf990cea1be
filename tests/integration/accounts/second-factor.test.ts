import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptInvitation } from '@/lib/accounts/accept-invitation'
import { confirmSecondFactor } from '@/lib/accounts/confirm-second-factor'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { enrolSecondFactor, findEnrolment } from '@/lib/accounts/enrol-second-factor'
import type { HalfLogIn } from '@/lib/accounts/half-log-in'
import { logIn } from '@/lib/accounts/log-in'
import { getSecondFactorState } from '@/lib/accounts/second-factor-state'
import { hashOfToken, newSessionToken } from '@/lib/accounts/session-token'
import { atInstant, now } from '@/lib/platform/clock'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { codeOf, PASSWORD, personWithPassword, somewhere } from './person-with-password'

const WRONG_CODE = 'The code is not right'
const AGAIN = 'Log in again from the start'

describe('the second factor, in live mode', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
    process.env.ALONGSIDE_MODE = 'live'
  })
  afterAll(async () => {
    delete process.env.ALONGSIDE_MODE
    await database.drop()
  })

  let person: { staffId: string; email: string }
  let start: Date
  beforeEach(async () => {
    person = await personWithPassword(database.pools.owner)
    start = now()
  })

  const after = <Result>(seconds: number, work: () => Promise<Result>) =>
    atInstant(new Date(start.getTime() + seconds * 1000), work)
  const codeAfter = (secret: string, seconds: number) =>
    codeOf(secret, new Date(start.getTime() + seconds * 1000))

  async function halfWay(): Promise<HalfLogIn> {
    const result = await logIn({ email: person.email, password: PASSWORD }, somewhere())
    if (result.kind !== 'second_factor') throw new Error('no second factor was asked for')
    return result.half
  }

  /** The person with an app set up at the start. */
  async function enrolled() {
    const half = await halfWay()
    const secret = (await findEnrolment(half))?.secret ?? ''
    const { session, recoveryCodes } = await after(0, () =>
      enrolSecondFactor(half, codeAfter(secret, 0), somewhere()),
    )
    return { half, secret, recoveryCodes, tokenHash: hashOfToken(session.token) }
  }

  const sessionsOpened = async () => {
    const { rows } = await database.pools.owner.query('select id from staff_session where staff_id = $1', [
      person.staffId,
    ])
    return rows.length
  }

  it('is set up at the first log-in, from a picture or from text', async () => {
    const result = await logIn({ email: person.email, password: PASSWORD }, somewhere())
    expect(result).toMatchObject({ kind: 'second_factor', isEnrolled: false })
    expect(await sessionsOpened()).toBe(0)
    const half = await halfWay()
    const enrolment = await findEnrolment(half)
    expect(enrolment?.picture).toMatch(/^data:image\/svg\+xml;base64,/)
    expect(await findEnrolment(half)).toEqual(enrolment)
    await expect(after(0, () => enrolSecondFactor(half, '000000', somewhere()))).rejects.toThrow(WRONG_CODE)
    const code = codeAfter(enrolment?.secret ?? '', 0)
    const { session, recoveryCodes } = await after(0, () => enrolSecondFactor(half, code, somewhere()))
    expect(recoveryCodes).toHaveLength(10)
    const actor = await actorOfSession(hashOfToken(session.token))
    expect(actor).toMatchObject({ staffId: person.staffId })
    if (actor) expect(await getSecondFactorState(actor)).toMatchObject({ recoveryCodesLeft: 10 })
    expect(await findEnrolment(half)).toBeNull()
  })

  it('keeps secret and recovery codes so that the database alone cannot use them', async () => {
    const { secret, recoveryCodes } = await enrolled()
    const { rows } = await database.pools.owner.query('select * from staff_credential where staff_id = $1', [
      person.staffId,
    ])
    const stored = JSON.stringify(rows)
    expect(stored).not.toContain(secret.replaceAll(' ', ''))
    for (const code of recoveryCodes) expect(stored).not.toContain(code)
  })

  it('is asked for at every log-in after', async () => {
    const { secret } = await enrolled()
    expect(await logIn({ email: person.email, password: PASSWORD }, somewhere())).toMatchObject({
      isEnrolled: true,
    })
    const half = await halfWay()
    await expect(after(90, () => confirmSecondFactor(half, '', somewhere()))).rejects.toThrow(WRONG_CODE)
    const session = await after(90, () => confirmSecondFactor(half, codeAfter(secret, 90), somewhere()))
    expect(await actorOfSession(hashOfToken(session.token))).toMatchObject({ staffId: person.staffId })
  })

  it('takes a code once, whoever brings it, also at the same time, and none before it', async () => {
    const { secret } = await enrolled()
    const half = await halfWay()
    await expect(
      after(0, () => confirmSecondFactor(half, codeAfter(secret, 0), somewhere())),
    ).rejects.toThrow(WRONG_CODE)
    const code = codeAfter(secret, 120)
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => after(120, () => confirmSecondFactor(half, code, somewhere()))),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(
      after(120, () => confirmSecondFactor(half, codeAfter(secret, 90), somewhere())),
    ).rejects.toThrow(WRONG_CODE)
  })

  it('takes a recovery code once, also at the same time', async () => {
    const { recoveryCodes } = await enrolled()
    const half = await halfWay()
    const code = recoveryCodes[3]?.toUpperCase().replaceAll('-', ' ') ?? ''
    const tries = await Promise.allSettled([1, 2, 3].map(() => confirmSecondFactor(half, code, somewhere())))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(confirmSecondFactor(half, code, somewhere())).rejects.toThrow(WRONG_CODE)
    await confirmSecondFactor(half, recoveryCodes[4] ?? '', somewhere())
  })

  it('counts wrong codes towards the same lock, which a right password does not reset', async () => {
    await enrolled()
    const half = await halfWay()
    for (let count = 0; count < 5; count++) {
      await expect(confirmSecondFactor(half, '000000', somewhere())).rejects.toThrow(WRONG_CODE)
      await halfWay()
    }
    for (let count = 0; count < 5; count++) {
      await expect(confirmSecondFactor(half, '000000', somewhere())).rejects.toThrow(WRONG_CODE)
    }
    await expect(confirmSecondFactor(half, '000000', somewhere())).rejects.toThrow('Too many attempts')
    await expect(halfWay()).rejects.toThrow('Too many attempts')
  })

  it('cannot be left out, nor set up again by somebody who knows the password alone', async () => {
    await enrolled()
    const half = await halfWay()
    expect(await findEnrolment(half)).toBeNull()
    await expect(enrolSecondFactor(half, '123456', somewhere())).rejects.toThrow(AGAIN)
  })

  it('is no use to a log-in that is half-way when the account is closed or the password set again', async () => {
    const { secret } = await enrolled()
    const half = await halfWay()
    const { token, tokenHash } = newSessionToken()
    await database.pools.owner.query(
      `insert into staff_invitation (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
      [crypto.randomUUID(), person.staffId, tokenHash],
    )
    const confirm = () => after(90, () => confirmSecondFactor(half, codeAfter(secret, 90), somewhere()))
    await expect(confirm()).rejects.toThrow(AGAIN)
    await acceptInvitation({ invitation: token, password: PASSWORD, passwordAgain: PASSWORD })
    await expect(confirm()).rejects.toThrow(AGAIN)
  })

  it('is dropped by a new invitation, and set up anew at the next log-in', async () => {
    const before = await enrolled()
    const { token, tokenHash } = newSessionToken()
    await database.pools.owner.query(
      `insert into staff_invitation (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
      [crypto.randomUUID(), person.staffId, tokenHash],
    )
    await expect(halfWay()).rejects.toThrow('not right')
    await acceptInvitation({ invitation: token, password: PASSWORD, passwordAgain: PASSWORD })
    expect(await actorOfSession(before.tokenHash)).toBeNull()
    const half = await halfWay()
    const enrolment = await findEnrolment(half)
    expect(enrolment).not.toBeNull()
    expect(enrolment?.secret).not.toBe(before.secret)
    await expect(confirmSecondFactor(half, before.recoveryCodes[0] ?? '', somewhere())).rejects.toThrow(AGAIN)
  })
})
