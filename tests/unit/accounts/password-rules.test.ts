import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalisedPassword, passwordFault, passwordFaultWords } from '@/lib/accounts/password-rules'

const owner = { email: 'beryl.jones@example.org', givenName: 'Beryl', familyName: 'Jones' }
const fault = (password: string) => passwordFault(password, owner)

describe('a password', () => {
  it.each([
    'correct kettle marigold',
    'ænemone-järv-42',
    'three blind mice!',
    'Tr0ubadour&3xy',
    '中文密码一二三四五六七八',
    'привет мой друг',
    '839201748203',
    'beryl likes purple tea',
    ' spaces  count too ',
  ])('may be %j', (password) => {
    expect(fault(password)).toBeNull()
  })

  it.each([
    ['elevenchars', 'too_short'],
    ['💙💙💙💙💙💙💙💙💙💙💙', 'too_short'],
    ['x'.repeat(129), 'too_long'],
    ['aaaaaaaaaaaa', 'common'],
    ['abababababab', 'common'],
    ['abcdefghijkl', 'common'],
    ['lkjihgfedcba', 'common'],
    ['012345678901', 'common'],
    ['qwertyuiop[]', 'common'],
    ['qwertyuiopas', 'common'],
    ['passwordpassword', 'common'],
    ['Password2026!', 'common'],
    ['P@ssw0rd12345', 'common'],
    ['Welcome123456', 'common'],
    ['123welcome456', 'common'],
    ['Liverpool1892!', 'common'],
    ['correct horse battery staple', 'common'],
    ['nhsnhsnhsnhs', 'common'],
    ['BerylJones2026', 'personal'],
    ['jonesberyl!!!!', 'personal'],
    ['beryl.jones@example.org', 'personal'],
    ['Jones-Jones-Jones', 'personal'],
  ] as const)('may not be %j: %s', (password, expected) => {
    expect(fault(password)).toBe(expected)
  })

  it('counts characters as people do, up to 128', () => {
    expect(fault('💙🧡💚💛💜🤎🖤💙🧡💚💛💜')).toBeNull()
    expect(fault('kettle marigold '.repeat(8).slice(0, 128))).not.toBe('too_long')
  })

  it('asks for no kinds of character: any twelve letters or more that are not common or one’s own pass', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    fc.assert(
      fc.property(fc.array(letter, { minLength: 14, maxLength: 100 }), (letters) => {
        const password = letters.join('')
        fc.pre(new Set(letters).size > 8 && !/beryl|jones|^(.+)\1+$/.test(password))
        expect(fault(password)).toBeNull()
      }),
    )
  })

  it('is the same however its accents were typed', () => {
    expect(normalisedPassword('café'.normalize('NFD'))).toBe(normalisedPassword('café'.normalize('NFC')))
  })

  it('says what to do', () => {
    expect(passwordFaultWords('too_short')).toBe('Password must be 12 characters or more')
    expect(passwordFaultWords('common')).toContain('harder to guess')
  })
})
