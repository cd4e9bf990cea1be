import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  secretAddress,
  stepOfCode,
} from '@/lib/accounts/one-time-codes'

const secret = newSecret()
const codeAt = (instant: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: instant.getTime(),
  })
const noon = new Date('2026-11-21T12:00:10Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const step = Math.floor(noon.getTime() / 30_000)

describe('a one-time code', () => {
  it('is taken within its step, and one step either side for a clock that is out', () => {
    expect(stepOfCode(secret, codeAt(noon), noon)).toBe(step)
    expect(stepOfCode(secret, codeAt(noon), after(30))).toBe(step)
    expect(stepOfCode(secret, codeAt(noon), after(-30))).toBe(step)
  })

  it('is not taken two steps away', () => {
    expect(stepOfCode(secret, codeAt(noon), after(60))).toBeNull()
    expect(stepOfCode(secret, codeAt(noon), after(-60))).toBeNull()
  })

  it('may be typed with a blank in it', () => {
    const code = codeAt(noon)
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, noon)).toBe(step)
  })

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '123456\0'])('is not %j', (typed) => {
    expect(stepOfCode(secret, typed, noon)).toBeNull()
  })

  it('follows RFC 6238, appendix B', () => {
    const rfc = Secret.fromLatin1('12345678901234567890').base32
    expect(stepOfCode(rfc, '287082', new Date(59_000))).toBe(1)
    expect(stepOfCode(rfc, '081804', new Date(1_111_111_109_000))).toBe(37_037_036)
  })

  it('is made by an app from an address that names the service and the account', () => {
    const address = new URL(secretAddress(secret, 'beryl.jones@example.org'))
    expect(address.protocol).toBe('otpauth:')
    expect(decodeURIComponent(address.pathname)).toContain('Alongside:beryl.jones@example.org')
    expect(address.searchParams.get('secret')).toBe(secret)
  })
})

describe('recovery codes', () => {
  it('are ten, long and all different', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^(?:[a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/)
  })

  it('are known however they are typed', () => {
    const hash = hashOfRecoveryCode('abcd-efgh-jkmn-pqrs')
    expect(hashOfRecoveryCode(' ABCD EFGH jkmnpqrs')).toBe(hash)
    expect(hashOfRecoveryCode('abcd-efgh-jkmn-pqrt')).not.toBe(hash)
  })
})
