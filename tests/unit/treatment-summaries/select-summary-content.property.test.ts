import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { TUMOUR_GROUP_LABELS, tumourGroupOf, type TumourGroup } from '@/lib/nhs/tumour-group'
import {
  selectSummaryContent,
  type SelectedContent,
  type SummarySubject,
} from '@/lib/treatment-summaries/select-summary-content'
import { parseSummaryContent, type SummaryContent } from '@/lib/treatment-summaries/summary-content'
import shipped from '@/prisma/reference/treatment-summary-content/2026-11.json'
import { alertSymptom, codeToFile, consequence, practiceRequest, someContent } from './some-content'

const GROUPS = Object.keys(TUMOUR_GROUP_LABELS) as TumourGroup[]
const ICD10 = [
  'C18.7',
  'C20',
  'C34.1',
  'C43.5',
  'C50.9',
  'C56',
  'C61',
  'C64',
  'C73',
  'C81.1',
  'C90.0',
  'D05.1',
]

const someGroups = fc.uniqueArray(fc.constantFrom(...GROUPS), { minLength: 1, maxLength: 3 })
const modalities = fc.uniqueArray(fc.constantFrom(...TREATMENT_MODALITIES.codes), { maxLength: 4 })
const FAMILIES = ['tamoxifen', 'aromatase_inhibitor']
const familiesNotGiven = fc.option(fc.subarray(FAMILIES), { nil: undefined })
const subject: fc.Arbitrary<SummarySubject> = fc.oneof(
  fc.record({ tumourGroups: someGroups, modalities, familiesNotGiven }),
  fc
    .record({
      diagnosisCodes: fc.uniqueArray(fc.constantFrom(...ICD10), { minLength: 1, maxLength: 2 }),
      modalities,
      familiesNotGiven,
    })
    .map((cancer) => ({ ...cancer, tumourGroups: cancer.diagnosisCodes.map(tumourGroupOf) })),
)

const applies = fc.oneof(
  fc.record({
    tumourGroups: fc.constant('all' as const),
    modalities: fc.constant(['03' as const]),
    drugFamilies: fc.subarray(FAMILIES, { minLength: 1 }),
  }),
  fc.record({
    tumourGroups: fc.oneof(fc.constant('all' as const), someGroups),
    modalities: fc.oneof(
      fc.constant('any' as const),
      fc.uniqueArray(fc.constantFrom(...TREATMENT_MODALITIES.codes), { minLength: 1, maxLength: 6 }),
    ),
  }),
  fc.constantFrom(...ICD10).map((icd10) => ({
    tumourGroups: [tumourGroupOf(icd10)],
    sites: [icd10.slice(0, 3)],
    modalities: 'any' as const,
  })),
)

function many(entry: object, more: Record<string, fc.Arbitrary<unknown>> = {}) {
  return fc.array(fc.tuple(applies, fc.record(more)), { minLength: 1, maxLength: 8 }).map((entries) =>
    entries.map(([who, rest], place) => ({
      ...entry,
      sites: undefined,
      ...who,
      ...rest,
      code: `entry_${place}`,
    })),
  )
}

const invented: fc.Arbitrary<SummaryContent> = fc
  .record({
    consequences: many(consequence, { when: fc.constantFrom('now', 'within_a_year', 'late') }),
    alertSymptoms: many(alertSymptom, {
      order: fc.integer({ min: 1, max: 3 }),
      urgency: fc.constantFrom('emergency', 'same_day', 'within_days'),
    }),
    practiceRequests: many(practiceRequest, { dueMonths: fc.constantFrom(null, 0, 3, 12) }),
    codesToFile: many(codeToFile),
  })
  .map((lists) => parseSummaryContent({ ...someContent, ...lists }))

const content = fc.oneof(invented, fc.constant(parseSummaryContent(shipped)))

/** The oracle: whether one entry is for the person, asked of each in turn. */
type Entry = Pick<
  SummaryContent['codesToFile'][number],
  'tumourGroups' | 'sites' | 'modalities' | 'drugFamilies'
>
function isFor(entry: Entry, who: SummarySubject): boolean {
  const { tumourGroups, modalities, diagnosisCodes, familiesNotGiven } = who
  const had = [...modalities] as string[]
  if (had.includes('04')) had.push('02', '05')
  if (had.includes('13')) had.push('05')
  const group = entry.tumourGroups === 'all' || tumourGroups.some((one) => entry.tumourGroups.includes(one))
  const treatment =
    entry.modalities === 'any' || had.some((one) => (entry.modalities as string[]).includes(one))
  const site =
    entry.sites === undefined ||
    diagnosisCodes === undefined ||
    entry.sites.some((one) => diagnosisCodes.some((icd10) => icd10.startsWith(one)))
  return group && treatment && site && !isOfNoDrug(entry, familiesNotGiven)
}

function isOfNoDrug({ drugFamilies }: Entry, notGiven: readonly string[] | undefined): boolean {
  if (drugFamilies === undefined || notGiven === undefined) return false
  return drugFamilies.filter((family) => notGiven.indexOf(family) === -1).length === 0
}

const codesOf = (entries: readonly { code: string }[]) => entries.map((entry) => entry.code)
const listsOf = (selected: SelectedContent) => ({
  consequences: [
    ...selected.consequences.now,
    ...selected.consequences.within_a_year,
    ...selected.consequences.late,
  ],
  alertSymptoms: selected.alertSymptoms,
  practiceRequests: selected.practiceRequests,
  codesToFile: selected.codesToFile,
})

describe('the content selected for a person', () => {
  it('is every entry that is for them, once, and no other', () => {
    fc.assert(
      fc.property(content, subject, (all, who) => {
        const lists = listsOf(selectSummaryContent(all, who))
        for (const list of ['consequences', 'alertSymptoms', 'practiceRequests', 'codesToFile'] as const) {
          const expected = all[list].filter((entry) => isFor(entry, who))
          expect(codesOf(lists[list]).sort()).toEqual(codesOf(expected).sort())
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('has each consequence at its time, in the order of the file', () => {
    fc.assert(
      fc.property(content, subject, (all, who) => {
        const { consequences } = selectSummaryContent(all, who)
        for (const when of ['now', 'within_a_year', 'late'] as const) {
          const expected = all.consequences.filter((entry) => entry.when === when && isFor(entry, who))
          expect(codesOf(consequences[when])).toEqual(codesOf(expected))
        }
      }),
    )
  })

  it('has alert symptoms by order, then urgency, and requests by the day they are due, else as in the file', () => {
    const urgencies = ['emergency', 'same_day', 'within_days']
    fc.assert(
      fc.property(content, subject, (all, who) => {
        const { alertSymptoms, practiceRequests } = selectSummaryContent(all, who)
        const alertRanks = alertSymptoms.map((entry) => [
          entry.order,
          urgencies.indexOf(entry.urgency),
          codesOf(all.alertSymptoms).indexOf(entry.code),
        ])
        const requestRanks = practiceRequests.map((entry) => [
          entry.dueMonths === null ? -1 : entry.dueMonths,
          codesOf(all.practiceRequests).indexOf(entry.code),
        ])
        for (const ranks of [alertRanks, requestRanks]) expect(ranks).toEqual([...ranks].sort(byRank))
      }),
    )
  })

  it('does not depend on the order in which groups and treatments are given, and leaves the content as it is', () => {
    fc.assert(
      fc.property(content, subject, (all, who) => {
        const before = structuredClone(all)
        const turned = {
          ...who,
          tumourGroups: who.tumourGroups.toReversed(),
          modalities: who.modalities.toReversed(),
        }
        expect(selectSummaryContent(all, turned)).toEqual(selectSummaryContent(all, who))
        expect(all).toEqual(before)
      }),
    )
  })
})

function byRank(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((rank, at) => rank !== other[at])
  return place === -1 ? 0 : one[place]! - other[place]!
}
