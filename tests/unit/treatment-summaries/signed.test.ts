import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesInWords } from '@/lib/treatment-summaries/changes'
import { readSection } from '@/lib/treatment-summaries/draft-content'
import { FROZEN_SUMMARY_SCHEMA, parseFrozenSummary } from '@/lib/treatment-summaries/frozen-summary'
import { letterView } from '@/lib/treatment-summaries/letter-view'
import { owedSummaries } from '@/lib/treatment-summaries/owed-summaries'
import { personView } from '@/lib/treatment-summaries/person-view'
import { phaseName } from '@/lib/treatment-summaries/phase-name'
import { SECTION_NAMES, sectionOf } from '@/lib/treatment-summaries/sections'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { addDays } from '@/lib/nhs/calendar-date'
import { completeContent, frozen } from './a-summary'

const signed = (content = frozen()) => ({ number: 1, content, changes: [] })
const freeText = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.normalize('NFC'))

describe('a frozen summary', () => {
  it('is read back as it was signed, and renders the same, whatever it says', () => {
    fc.assert(
      fc.property(freeText, freeText, (response, alert) => {
        const content = completeContent()
        content.sections.treatment.fields.response = { value: response, fromRecord: false }
        const [first] = content.sections.alerts.items
        if (first) first.values.what = alert
        const before = frozen(content)
        const stored: unknown = JSON.parse(canonicalJson(before))
        const after = parseFrozenSummary(FROZEN_SUMMARY_SCHEMA, stored)
        expect(after).toEqual(before)
        expect(letterView(signed(after))).toEqual(letterView(signed(before)))
        expect(personView(signed(after))).toEqual(personView(signed(before)))
      }),
      { numRuns: 50 },
    )
  })

  it('of an unknown shape is not guessed at', () => {
    expect(() => parseFrozenSummary(2, frozen())).toThrow('no renderer')
  })
})

describe('what changed', () => {
  it('is nothing between a version and itself, and the reason alone for one signed again', () => {
    expect(changesInWords(frozen(), frozen(), null)).toEqual([])
    expect(changesInWords(frozen(), frozen(), 'A slip')).toEqual(['Amended because: A slip'])
  })

  it('is said for any one field, by its name', () => {
    const places = SECTION_NAMES.flatMap((name) =>
      Object.entries(sectionOf(name).fields)
        .filter(([, { kind }]) => kind === 'line' || kind === 'text')
        .map(([field, { label }]) => ({ name, field, label })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), ({ name, field, label }) => {
        const content = completeContent()
        Object.assign(readSection(content, name).fields, { [field]: { value: 'Other', fromRecord: false } })
        const lines = changesInWords(frozen(), frozen(content), null)
        expect(lines).toHaveLength(1)
        expect(lines[0]).toContain(`${label}: `)
        expect(lines[0]).toContain('now Other')
      }),
    )
  })

  it('names what was added, taken out and reworded', () => {
    const content = completeContent()
    const { requests, alerts } = content.sections
    requests.items.shift()
    const [first] = alerts.items
    if (first) first.values.urgency = 'emergency'
    expect(changesInWords(frozen(), frozen(content), null)).toEqual([
      'Alert symptoms: Symptom lump: How soon to act: was The same day, now 999 or A&E at once',
      'Asked of the practice: taken out: Bone density',
    ])
  })
})

describe('the letter', () => {
  it('has on its first half page what the practice needs', () => {
    expect(letterView(signed()).first).toEqual({
      diagnosis: 'Breast cancer, left; Stage IIA',
      treatment: 'Surgery; External beam radiotherapy (15 fractions)',
      intent: 'Curative',
      asks: [
        { id: 'code', what: 'File the codes', by: '30 April 2026' },
        { id: 'bone', what: 'Bone density', by: '30 June 2026' },
      ],
      callIf: ['Symptom lump', 'Symptom bone_pain', 'Symptom breathless'],
      call: 'Breast team, 01632 960 123',
      codes: [
        { term: 'Breast cancer', code: '254837009' },
        { term: 'Lymphoedema, if present', code: '234097001' },
      ],
    })
  })
})

describe('the person’s copy', () => {
  it('says what to look for and whom to call, and nothing that is between team and practice', () => {
    const content = completeContent()
    content.sections.information.fields.understanding = { value: 'Months', fromRecord: false }
    content.sections.administration.fields.supportiveRegister = { value: 'yes', fromRecord: false }
    const [request] = content.sections.requests.items
    if (request) {
      const values = { ...request.values, what: 'Consider the supportive care register' }
      content.sections.requests.items.push({ ...request, id: 'new', code: 'palliative_register', values })
    }
    const changes = changesInWords(frozen(), frozen(content), null)
    expect(changes).toHaveLength(3)
    const view = personView({ number: 2, content: frozen(content), changes })
    const words = JSON.stringify(view)
    for (const said of [
      'Symptom lump. You have lump.',
      'Who to call',
      '01632 960 125',
      'You may feel tired.',
    ])
      expect(words).toContain(said)
    for (const unsaid of ['Months', 'register', 'Check for anaemia', '254837009'])
      expect(words).not.toContain(unsaid)
  })
})

describe('summaries that are owed', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
  const diagnosisId = fc.constantFrom('d1', 'd2')
  const treatment = fc.record({
    id: fc.uuid(),
    diagnosisId,
    phaseId: fc.constant(null),
    modality: fc.constant('01'),
    endedOn: fc.option(day, { nil: null }),
  })
  const summary = fc.record({
    diagnosisId,
    phaseEndedOn: day,
    isSigned: fc.boolean(),
    isDraft: fc.boolean(),
  })

  it('are those of each diagnosis with an end that no signed one covers, or with a draft', () => {
    fc.assert(
      fc.property(fc.array(treatment), fc.array(summary), (treatments, summaries) => {
        const owed = owedSummaries({ treatments, phases: [] }, summaries, 42)
        for (const id of ['d1', 'd2']) {
          const own = summaries.filter((each) => each.diagnosisId === id)
          const covered = own.filter((each) => each.isSigned).map((each) => each.phaseEndedOn)
          const ends = treatments.flatMap((each) => (each.diagnosisId === id ? (each.endedOn ?? []) : []))
          const open = ends.filter((end) => covered.every((until) => until < end))
          const drafted = own.filter((each) => each.isDraft).map((each) => each.phaseEndedOn)
          const last = [...open, ...drafted].sort().at(-1)
          expect(owed.find(({ subjectId }) => subjectId === id)?.dueOn).toBe(last && addDays(last, 42))
        }
      }),
    )
  })

  it('are none for somebody who declined all treatment', () => {
    const declined = { id: 't', diagnosisId: 'd', phaseId: null, modality: '98', endedOn: '2026-01-01' }
    expect(owedSummaries({ treatments: [declined], phases: [] }, [], 42)).toEqual([])
  })
})

describe('the name of a phase', () => {
  it('is of the treatments that ended in it, each kind once', () => {
    const given = (modality: string, endedOn: string | null) => ({ modality, endedOn })
    const all = [given('01', '2026-01-05'), given('02', '2026-03-01'), given('02', '2026-04-01')]
    const since = (after: string | null) => phaseName(all, { endedOn: '2026-05-01', after })
    expect(since(null)).toBe('Surgery and cytotoxic chemotherapy')
    expect(since('2026-02-01')).toBe('Cytotoxic chemotherapy')
    expect(since('2026-05-01')).toBe('First treatment')
  })
})
