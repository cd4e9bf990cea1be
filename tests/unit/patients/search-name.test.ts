import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchPatientsSchema } from '@/lib/patients/schema'
import { searchedParts, searchNameOf } from '@/lib/patients/search-name'

const finds = (typed: string, person: { givenName: string; familyName: string; preferredName?: string }) =>
  searchedParts(typed).every((part) => searchNameOf(person).includes(part))

describe('the copy of a name for search', () => {
  it.each([
    ['sean oneill', { givenName: 'Seán', familyName: 'O’Neill' }],
    ["O'NEILL", { givenName: 'Seán', familyName: 'O’Neill' }],
    ['Łukasz', { givenName: 'Łukasz', familyName: 'Wiśniewski' }],
    ['wisniewski lukasz', { givenName: 'Łukasz', familyName: 'Wiśniewski' }],
    ['van der berg', { givenName: 'Jan', familyName: 'van der Berg' }],
    ['anne-marie', { givenName: 'Anne Marie', familyName: 'Smith' }],
    ['nan', { givenName: 'Anne', familyName: 'Smith', preferredName: 'Nan' }],
    ['王小明', { givenName: '', familyName: '王小明' }],
  ])('finds by %s', (typed, person) => {
    expect(finds(typed, person)).toBe(true)
  })

  it('does not run one name into the next', () => {
    expect(finds('esmi', { givenName: 'Anne', familyName: 'Smith' })).toBe(false)
  })

  it('finds everybody by their own name, in any order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (givenName, familyName) => {
          expect(finds(`${familyName} ${givenName}`, { givenName, familyName })).toBe(true)
        },
      ),
    )
  })
})

describe('a search by name and date of birth', () => {
  const search = (name: string) =>
    searchPatientsSchema.safeParse({ name, bornOn: { day: '3', month: '2', year: '1961' } })

  it.each(['.', '- -', '12', '’', '\u0640', '%'])(
    'is refused at the name for “%s”, which has no letter',
    (name) => {
      expect(search(name).error?.issues).toMatchObject([{ path: ['name'], message: 'Enter a name' }])
    },
  )

  it.each(['Ng', 'O’', '王', 'é'])('is made for “%s”', (name) => {
    expect(search(name).success).toBe(true)
  })
})
