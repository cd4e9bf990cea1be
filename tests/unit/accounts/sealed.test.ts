import { beforeAll, describe, expect, it } from 'vitest'
import { openHalfLogIn, sealHalfLogIn } from '@/lib/accounts/half-log-in'
import { openSecret, sealSecret } from '@/lib/accounts/internal/secret-box'
import { forgetEnv } from '@/lib/platform/env'
import { decode, encode } from 'next-auth/jwt'

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')

function settings(fill: number): void {
  Object.assign(process.env, {
    DATABASE_URL: 'postgresql://nowhere',
    DATABASE_AUTH_URL: 'postgresql://nowhere',
    ALONGSIDE_SESSION_KEY: key(fill),
    ALONGSIDE_TOTP_KEY: key(fill),
  })
  forgetEnv()
}

const beryl = '0190a0b0-0000-7000-8000-000000000001'
const other = '0190a0b0-0000-7000-8000-000000000002'

describe('a sealed second factor', () => {
  beforeAll(() => settings(1))

  it('opens for the person it was sealed for, and looks different each time', () => {
    expect(openSecret(sealSecret('JBSWY3DP', beryl), beryl)).toBe('JBSWY3DP')
    expect(sealSecret('JBSWY3DP', beryl)).not.toBe(sealSecret('JBSWY3DP', beryl))
    expect(sealSecret('JBSWY3DP', beryl)).not.toContain('JBSWY3DP')
  })

  it('does not open in another row, altered, or under another key', () => {
    const sealed = sealSecret('JBSWY3DP', beryl)
    expect(() => openSecret(sealed, other)).toThrow()
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    for (const place of [0, 12, bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered[place] = (altered[place] ?? 0) ^ 1
      expect(() => openSecret(`v1.${altered.toString('base64url')}`, beryl)).toThrow()
    }
    expect(() => openSecret('v2.AAAA', beryl)).toThrow('not known')
    settings(2)
    expect(() => openSecret(sealed, beryl)).toThrow()
    settings(1)
  })
})

describe('a log-in that is half-way', () => {
  const half = { staffId: beryl, passwordSetAt: '2026-11-21T12:00:00.000Z' }
  beforeAll(() => settings(1))

  it('comes back as it was', async () => {
    await expect(openHalfLogIn(await sealHalfLogIn(half))).resolves.toEqual(half)
  })

  it('cannot be taken for a session, nor a session for it', async () => {
    const secret = key(1)
    await expect(decode({ token: await sealHalfLogIn(half), secret })).rejects.toThrow()
    const session = await encode({ token: { sid: 'x', ...half }, secret })
    await expect(openHalfLogIn(session)).resolves.toBeNull()
  })

  it('is nothing when altered, of another key, or not ours', async () => {
    const sealed = await sealHalfLogIn(half)
    await expect(openHalfLogIn(`${sealed.slice(0, -2)}xx`)).resolves.toBeNull()
    await expect(openHalfLogIn('')).resolves.toBeNull()
    settings(2)
    await expect(openHalfLogIn(sealed)).resolves.toBeNull()
    settings(1)
  })
})
