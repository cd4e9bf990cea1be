import { describe, expect, it } from 'vitest'
import { emptyContent, parseDraftContent, readSection } from '@/lib/treatment-summaries/draft-content'
import { draftFromRecord } from '@/lib/treatment-summaries/draft-from-record'
import { missingFrom } from '@/lib/treatment-summaries/missing'
import { editedSection } from '@/lib/treatment-summaries/section-edit'
import { changeSummarySectionSchema } from '@/lib/treatment-summaries/schema'
import { completeContent, FACTS, OFFERED } from './a-summary'

describe('a draft from the record', () => {
  const draft = draftFromRecord(FACTS, OFFERED)

  it('says what the record knows, and marks it', () => {
    const { diagnosis, treatment, contacts, lifestyle, information, who } = draft.sections
    expect(diagnosis.fields.name).toEqual({ value: 'Breast cancer, left', fromRecord: true })
    expect(diagnosis.fields.stage).toEqual({ value: 'Stage IIA', fromRecord: true })
    expect(treatment.fields.intent).toEqual({ value: '01', fromRecord: true })
    expect(treatment.items.map(({ values, fromRecord }) => [values.what, fromRecord])).toEqual([
      ['Surgery', true],
      ['External beam radiotherapy', true],
    ])
    expect(contacts.fields.inHours.value).toBe('Breast team, 01632 960 123')
    expect(lifestyle.fields.carer.value).toBe('Jan Smith (husband)')
    expect(information.fields.planAgreedOn).toEqual({ value: null, fromRecord: false })
    expect(who.fields.consultant.fromRecord).toBe(true)
  })

  it('offers the reference content with its codes, three alerts first, requests dated from the end', () => {
    const { alerts, requests, codes, consequences } = draft.sections
    expect(alerts.items.map(({ code, values }) => [code, values.isFirst])).toEqual([
      ['lump', 'yes'],
      ['bone_pain', 'yes'],
      ['breathless', 'yes'],
      ['headache', 'no'],
    ])
    expect(requests.items.map(({ id, values }) => [id, values.dueOn])).toEqual([
      ['bone', '2026-06-30'],
      ['code', '2026-04-30'],
    ])
    expect(codes.items.map(({ values }) => values)).toEqual([
      { term: 'Breast cancer', snomedCode: '254837009' },
      { term: 'Lymphoedema, if present', snomedCode: '234097001' },
    ])
    expect(consequences.items[0]).toMatchObject({ source: 'A guideline, 2024', values: { when: 'now' } })
  })

  it('is read back from JSON as it was, and nothing else is', () => {
    expect(parseDraftContent(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
    expect(() => parseDraftContent({ ...draft, more: 1 })).toThrow()
  })
})

describe('what is missing', () => {
  it('is said section by section, and nothing once all is filled', () => {
    expect(missingFrom(emptyContent()).map(({ section }) => section)).toEqual([
      'who',
      'diagnosis',
      'diagnosis',
      'diagnosis',
      'treatment',
      'treatment',
      'treatment',
      'consequences',
      'alerts',
      'contacts',
      'contacts',
      'plan',
      'information',
      'administration',
    ])
    expect(missingFrom(completeContent())).toEqual([])
  })

  it('includes the date of each request, and one to three alerts on the first page', () => {
    const content = completeContent()
    const [request] = content.sections.requests.items
    if (request) request.values.dueOn = null
    for (const alert of content.sections.alerts.items) alert.values.isFirst = 'yes'
    expect(missingFrom(content).map(({ words }) => words)).toEqual([
      'Up to 3 alert symptoms fit on the first page: 4 are selected',
      'Enter by when the practice is asked to do it: Bone density',
    ])
    for (const alert of content.sections.alerts.items) alert.values.isFirst = 'no'
    expect(missingFrom(content)[0]?.words).toBe('Select which alert symptoms stand on the first page')
  })
})

describe('changing a section', () => {
  it('unmarks what is worded otherwise, keeps codes, adds and takes out', () => {
    const before = readSection(completeContent(), 'treatment')
    const [surgery, radiotherapy] = before.items
    const values = { what: null, startedOn: null, endedOn: null, note: null }
    const after = editedSection(
      before,
      {
        fields: { intent: '02', response: 'No cancer was left', continuing: null, performanceStatus: null },
        items: [
          { id: 'a', isLeftOut: false, values: { ...surgery?.values, what: 'Mastectomy' } },
          { id: 'b', isLeftOut: true, values: {} },
          { id: '', isLeftOut: false, values: { ...values, what: 'Letrozole' } },
        ],
      },
      () => 'new',
    )
    expect(after.fields.intent).toEqual({ value: '02', fromRecord: false })
    expect(after.items.map(({ id, fromRecord }) => [id, fromRecord])).toEqual([
      ['a', false],
      ['new', false],
    ])
    expect(radiotherapy?.id).toBe('b')
  })

  it('changes nothing where the form posts what it showed', () => {
    const before = readSection(completeContent(), 'alerts')
    const items = before.items.map(({ id, values }) => ({ id, isLeftOut: false, values }))
    expect(editedSection(before, { fields: {}, items }, () => 'never')).toEqual(before)
  })
})

describe('the form of a section', () => {
  const posted = {
    patientId: crypto.randomUUID(),
    summaryId: crypto.randomUUID(),
    version: '2',
    section: 'codes',
  }
  const faults = (more: Record<string, unknown>) =>
    changeSummarySectionSchema
      .safeParse({ ...posted, ...more })
      .error?.issues.map(({ path }) => path.join('.'))

  it('reads its rows and drops the empty ones', () => {
    const form = {
      ...posted,
      'items.0.id': 'x',
      'items.0.term': 'Breast cancer',
      'items.0.snomedCode': '254837009',
      'items.1.id': '',
      'items.1.term': ' ',
      'items.1.snomedCode': '',
    }
    expect(changeSummarySectionSchema.parse(form).input).toEqual({
      fields: {},
      items: [{ id: 'x', isLeftOut: false, values: { term: 'Breast cancer', snomedCode: '254837009' } }],
    })
  })

  it('names the box at fault', () => {
    expect(faults({ 'items.0.id': '', 'items.0.term': 'A', 'items.0.snomedCode': '254837008' })).toEqual([
      'items.0.snomedCode',
    ])
    expect(faults({ 'items.0.id': 'x', 'items.0.term': '' })).toEqual(['items.0.term'])
    expect(faults({ section: 'treatment', 'fields.intent': 'no' })).toEqual(['fields.intent'])
    expect(faults({ section: 'nothing' })).toEqual(['section'])
  })
})
