import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesFromFile, saysSomethingNew } from '@/lib/patients/import/file-changes'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import type { FieldValue, PatientChanges, PatientFields } from '@/lib/patients/patient-fields'
import { changesOf } from '@/lib/patients/patient-fields'

const record = {
  title: 'Mrs',
  givenName: 'Anne',
  familyName: 'Smith',
  preferredName: null,
  bornOn: '1961-02-03',
  diedOn: null,
  sex: '2',
  ethnicCategory: null,
  addressLine1: '43 The Avenue',
  addressLine2: 'Southampton',
  postcode: 'SO16 6YD',
  mobileTelephone: '07700 900160',
  homeTelephone: null,
  email: null,
  preferredLanguage: null,
  interpreterRequired: null,
  informationNeeds: [],
  communicationNote: null,
  sharesWithPractice: true,
} satisfies PatientFields

const FIELDS = ['title', 'familyName', 'sex', 'mobileTelephone', 'email', 'diedOn'] as const

const value = fc.constantFrom('', 'a', 'b', 'c', null)
const rows = fc.record({
  ...Object.fromEntries(FIELDS.map((field) => [field, value])),
  addressLine1: value,
  addressLine2: value,
  postcode: value,
}) as fc.Arbitrary<Partial<ImportedPatient>>
const asRow = (said: Partial<ImportedPatient>) => ({ ...record, ...said }) as unknown as ImportedPatient

describe('what a file changes of a record', () => {
  it('is nothing where it says what the record says, or is blank', () => {
    const blank = { title: null, addressLine2: null, postcode: null, mobileTelephone: null, familyName: '' }
    expect(changesFromFile(record, asRow({}), [])).toEqual({})
    expect(changesFromFile(record, asRow(blank), [])).toEqual({})
  })

  it('settles: what was taken from a file is not new when the same file comes again', () => {
    fc.assert(
      fc.property(rows, (said) => {
        const row = asRow(said)
        const after = { ...record, ...changesFromFile(record, row, []) }
        const history = [changesOf(record, after)]
        for (const change of Object.values(history[0] ?? {})) change.source = 'import'
        expect(changesFromFile(after, row, history)).toEqual({})
      }),
    )
  })

  it('never makes a value blank but for the rest of a new address', () => {
    fc.assert(
      fc.property(rows, (said) => {
        const changes = Object.entries(changesFromFile(record, asRow(said), []))
        const blanked = changes.filter(([, to]) => to === null || to === '').map(([field]) => field)
        expect(blanked.every((field) => ['addressLine1', 'addressLine2', 'postcode'].includes(field))).toBe(
          true,
        )
        if (blanked.length > 0) expect(changes.some(([field, to]) => field !== blanked[0] && to)).toBe(true)
      }),
    )
  })

  /** Newest first: who wrote a value, and what it was before. */
  const steps = fc.array(
    fc.record({ by: fc.constantFrom('file', 'person'), to: fc.constantFrom('a', 'b', 'c', 'd') }),
    {
      maxLength: 6,
    },
  )

  it('leaves what people wrote since the last file, unless the file says what nobody has put right', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('a', 'b', 'c', 'd'), (written, said) => {
        let held = 'a'
        const history: PatientChanges[] = []
        const replacedByPeople: FieldValue[] = []
        for (const { by, to } of written) {
          if (by === 'file') replacedByPeople.length = 0
          else replacedByPeople.push(held)
          history.unshift({ email: { from: held, to, ...(by === 'file' && { source: 'import' as const }) } })
          held = to
        }
        const isNews = saysSomethingNew({ said, held, history, field: 'email' })
        expect(isNews).toBe(said !== held && !replacedByPeople.includes(said))
      }),
    )
  })
})
