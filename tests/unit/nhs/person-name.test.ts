import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, formatNameForStaff, formatNamePlain, parseNamePart } from '@/lib/nhs/person-name'

describe('a name for clinicians', () => {
  it.each([
    [{ title: 'Mrs', givenName: 'Anne', familyName: 'Smith' }, 'SMITH, Anne (Mrs)'],
    [{ title: 'Mrs. ', givenName: 'Anne', familyName: 'Smith' }, 'SMITH, Anne (Mrs)'],
    [{ title: null, givenName: 'Seán', familyName: "O'Neill" }, "O'NEILL, Seán"],
    [{ title: '', givenName: '', familyName: 'Björk' }, 'BJÖRK'],
    [{ givenName: 'Jan', familyName: 'Groß' }, 'GROẞ, Jan'],
    [{ givenName: 'Mary-Jane', familyName: 'Williams-Hughes' }, 'WILLIAMS-HUGHES, Mary-Jane'],
    [{ givenName: '伟', familyName: '王' }, '王, 伟'],
    [{ givenName: 'ნინო', familyName: 'ბერიძე' }, 'ბერიძე, ნინო'],
    [{ givenName: 'Anna', familyName: 'ﬁtz' }, 'ﬁTZ, Anna'],
  ])('%o is %j', (name, shown) => {
    expect(formatNameForStaff(name)).toBe(shown)
  })

  it('keeps as many letters as the name has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (familyName) => {
        expect([...formatNameForStaff({ givenName: '', familyName })]).toHaveLength([...familyName].length)
      }),
    )
  })
})

describe('a name for patients', () => {
  it('is given name and family name', () => {
    expect(formatNamePlain({ title: 'Mrs', givenName: 'Anne', familyName: 'Smith' })).toBe('Anne Smith')
    expect(formatNamePlain({ givenName: '', familyName: 'Björk' })).toBe('Björk')
  })
})

describe('a name as searched for', () => {
  it.each([
    ['Łukasiewicz', 'lukasiewicz'],
    ["O’Brien, O'Brien O`Brien", 'obrienobrienobrien'],
    ['García-López', 'garcialopez'],
    ['Åström', 'astrom'],
    ['Sørensen', 'sorensen'],
    ['Groß', 'gross'],
    ['GROẞ', 'gross'],
    ['Nguyễn', 'nguyen'],
    ['İbrahim Işık', 'ibrahimisik'],
    ['St. John', 'stjohn'],
    ['Van der Merwe', 'vandermerwe'],
    ['Þór Æsir', 'thoraesir'],
    ['Παπαδόπουλος', 'παπαδοπουλοσ'],
    ['Йов', 'иов'],
    ['مُحَمَّد', 'محمد'],
    ['王小明', '王小明'],
    ['ﬁtz', 'fitz'],
  ])('%j is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  it('keeps the vowel signs that make one name another', () => {
    expect(foldName('मीरा')).not.toBe(foldName('मोरा'))
  })

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
      }),
      { numRuns: 5000 },
    )
  })

  it('ignores case, accents and the signs between letters', () => {
    const letters = fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), {
      minLength: 1,
      maxLength: 20,
    })
    const ornament = fc.constantFrom('', '\u0301', '\u0308', '\u0327', "'", '’', '-', '‐', '.', ' ')
    fc.assert(
      fc.property(
        letters,
        fc.array(ornament, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        (name, extra, upper) => {
          const adorned = name
            .map((letter, index) => (upper ? letter.toUpperCase() : letter) + extra[index])
            .join('')
          expect(foldName(adorned)).toBe(name.join(''))
          expect(foldName(adorned.normalize('NFC'))).toBe(name.join(''))
        },
      ),
    )
  })
})

describe('a part of a name as typed', () => {
  it.each([
    ['  Seán ', 'Seán'],
    ['Sea\u0301n', 'Seán'],
    ['Van  der\u00a0Merwe', 'Van der Merwe'],
    ['O’Brien', 'O’Brien'],
    ['王小明', '王小明'],
    ['محمد', 'محمد'],
    ['=cmd', '=cmd'],
  ])('%j is taken as %j', (typed, name) => {
    expect(parseNamePart(typed)).toEqual({ ok: true, value: name })
  })

  it.each([
    ['', 'missing'],
    [' \u00a0 ', 'missing'],
    ['An\0ne', 'character_not_allowed'],
    ['An\nne', 'character_not_allowed'],
    ['An\u0085ne', 'character_not_allowed'],
    ['An\ud83dne', 'character_not_allowed'],
    ['\u202eennA', 'character_not_allowed'],
    ['\u2066Anne', 'character_not_allowed'],
    ['x'.repeat(201), 'too_long'],
  ])('%j is refused as %s', (typed, fault) => {
    expect(parseNamePart(typed)).toEqual({ ok: false, fault })
  })
})
