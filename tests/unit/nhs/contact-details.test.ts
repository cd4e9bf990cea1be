import { describe, expect, it } from 'vitest'
import { parseEmailAddress } from '@/lib/nhs/email-address'
import { parsePostcode } from '@/lib/nhs/postcode'
import { canBeMobile, parseTelephone } from '@/lib/nhs/telephone'

describe('a postcode', () => {
  it.each([
    ['so166yd', 'SO16 6YD'],
    ['RG24 9NA', 'RG24 9NA'],
    [' w1a  1aa ', 'W1A 1AA'],
    ['ZZ99 3VZ', 'ZZ99 3VZ'],
  ])('%j is %j', (typed, postcode) => {
    expect(parsePostcode(typed)).toEqual({ ok: true, value: postcode })
  })

  it.each(['SO16', '12345', 'SO16 6Y', 'not known', 'SO166YDX'])('%j is none', (typed) => {
    expect(parsePostcode(typed)).toEqual({ ok: false, fault: 'not_a_postcode' })
  })
})

describe('a telephone number', () => {
  it.each([
    ['07700 900160', '07700 900160', true],
    ['+447700900745', '07700 900745', true],
    ['0044 (0)7700-900745', '07700 900745', true],
    ['+44 (0) 7700 900745', '07700 900745', true],
    ['01632 960123', '01632 960123', false],
    ['07000 900123', '07000 900123', false],
    ['+33 6 12 34 56 78', '+33612345678', true],
    ['0033612345678', '+33612345678', true],
  ])('%j is %j', (typed, number, mobile) => {
    expect(parseTelephone(typed)).toEqual({ ok: true, value: number })
    expect(canBeMobile(number)).toBe(mobile)
  })

  it.each(['900160', '07700 90016x', '00000000000', '+44', '077009001600', '=1+1'])('%j is none', (typed) => {
    expect(parseTelephone(typed)).toEqual({ ok: false, fault: 'not_a_telephone_number' })
  })
})

describe('an email address', () => {
  it.each(['patient1@example.org', "seán.o'neill+nhs@mail.example.org", '用户@例子.example'])(
    '%j is one',
    (typed) => {
      expect(parseEmailAddress(` ${typed} `)).toEqual({ ok: true, value: typed })
    },
  )

  it.each([
    'patient1',
    'a@b',
    'a@@example.org',
    'a@b@example.org',
    '@example.org',
    'a b@example.org',
    'a@-example.org',
    'a@example..org',
    'a@example.org, b@example.org',
    'a\u202e@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b.'.repeat(200)}org`,
  ])('%j is none', (typed) => {
    expect(parseEmailAddress(typed)).toEqual({ ok: false, fault: 'not_an_email_address' })
  })

  it.each([parseEmailAddress, parsePostcode, parseTelephone])('is missing when blank', (parse) => {
    expect(parse(' ')).toEqual({ ok: false, fault: 'missing' })
  })
})
