import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offerFormSchema, recordingFormSchema } from '@/lib/needs-assessments/schema'

const patientId = '01a1ffd2-b10f-7d16-8997-9800399bd8d4'
const teamId = '01a1ffd2-b10f-7d16-8997-9800399bd8d5'
const posted = {
  patientId,
  teamId,
  version: '0',
  catalogueVersion: '2026-11',
  followsId: '',
  completedOn: { day: '3', month: 'Oct', year: '' },
}

describe('the recording form', () => {
  it('is read row by row, as typed, however incomplete', () => {
    const { draft, intent } = recordingFormSchema.parse({
      ...posted,
      intent: 'later',
      'concerns.fatigue.picked': 'on',
      'concerns.fatigue.score': 'about 8',
      'concerns.fatigue.ownWords': '',
      'concerns.money.change': 'same',
      'concerns.money.byStaff': 'on',
      'concerns.other-1.label': 'The cat',
    })
    expect(intent).toBe('later')
    expect(draft).toMatchObject({ patientId, teamId, version: 0, isFinished: false })
    expect(draft.content).toMatchObject({
      followsId: null,
      completedOn: { day: '3', month: 'Oct', year: '' },
      mode: '',
      noConcerns: false,
    })
    expect(draft.content.concerns).toEqual({
      fatigue: blank({ picked: true, score: 'about 8' }),
      money: blank({ change: 'same', byStaff: true }),
      'other-1': blank({ label: 'The cat' }),
    })
  })

  it('keeps markup, formulas, emoji and right-to-left text exactly', () => {
    const texts = ['<b>"&amp;</b><script>', '=HYPERLINK("x")', '👩🏽‍⚕️🇵🇱', 'مرحبا ‏(بك)‏', '  two  spaces\n\ttab']
    for (const text of texts) {
      const { draft } = recordingFormSchema.parse({ ...posted, 'concerns.pain.ownWords': text })
      expect(draft.content.concerns.pain?.ownWords).toBe(text)
    }
  })

  it('keeps any text whole or refuses it with the limit, and never cuts it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom(1, 400, 5000),
        (text, times) => {
          const long = text.repeat(times)
          const read = recordingFormSchema.safeParse({ ...posted, 'concerns.pain.ownWords': long })
          const stored = long.replace(/\r\n?/g, '\n').normalize('NFC')
          const isAllowed = [...stored].length <= 10_000 && !/(?![\t\n])\p{Cc}/u.test(stored)
          expect(read.success).toBe(isAllowed)
          const kept = read.data?.draft.content.concerns.pain?.ownWords ?? ''
          if (isAllowed) expect(kept).toBe(stored.trim() === '' ? '' : stored)
        },
      ),
    )
  })

  it.each([
    ['concerns.pain.ownWords', 'In their own words must be 10,000 characters or fewer'],
    ['concerns.other-1.label', 'Concern must be 200 characters or fewer'],
    ['proxyName', 'Name must be 200 characters or fewer'],
  ])('refuses 100,000 characters in %s', (field, message) => {
    const read = recordingFormSchema.safeParse({ ...posted, [field]: 'x'.repeat(100_000) })
    const [issue] = read.error?.issues ?? []
    expect([issue?.path.join('.'), issue?.message]).toEqual([field, message])
  })

  it.each([
    'concerns.constructor.picked',
    'concerns.__proto__.picked',
    'concerns.pain.__proto__',
    'concerns.pain.invented',
  ])('is not harmed by a field called %s', (name) => {
    const read = recordingFormSchema.safeParse({ ...posted, [name]: 'on' })
    expect(read.success).toBe(true)
    expect(Object.hasOwn(Object, 'picked')).toBe(false)
    expect(({} as Record<string, unknown>).picked).toBeUndefined()
  })

  it('refuses an id that is none', () => {
    expect(recordingFormSchema.safeParse({ ...posted, patientId: 'anne' }).success).toBe(false)
    expect(recordingFormSchema.safeParse({ ...posted, followsId: 'the last' }).success).toBe(false)
  })
})

describe('the form for an offer', () => {
  const offer = {
    patientId,
    teamId,
    outcome: 'not_offered',
    notOfferedReason: 'In hospital',
    unableReason: '',
    pathwayPoint: 'end_of_treatment',
    staffRole: '01',
    offeredOn: { day: '3', month: '10', year: '2025' },
  }
  const fields = (form: object) =>
    offerFormSchema.safeParse(form).error?.issues.map(({ path }) => path.join('.')) ?? []

  it('takes the reason of its own outcome and no other', () => {
    expect(offerFormSchema.parse(offer)).toMatchObject({ reason: 'In hospital', staffRoleCode: '01' })
    expect(offerFormSchema.parse({ ...offer, outcome: 'accepted' })).toMatchObject({ reason: null })
    expect(offerFormSchema.parse({ ...offer, outcome: 'unable', unableReason: 'Too ill' })).toMatchObject({
      reason: 'Too ill',
    })
  })

  it('needs a reason where it was not offered or cannot be done, and says so beside the other faults', () => {
    expect(fields({ ...offer, notOfferedReason: ' ' })).toEqual(['notOfferedReason'])
    expect(fields({ ...offer, outcome: 'unable' })).toEqual(['unableReason'])
    expect(fields({ ...offer, notOfferedReason: '', pathwayPoint: '' }).sort()).toEqual([
      'notOfferedReason',
      'pathwayPoint',
    ])
  })

  it('needs an outcome, a point, a role and a date that has been', () => {
    expect(fields({ patientId, teamId }).sort()).toEqual([
      'offeredOn',
      'outcome',
      'pathwayPoint',
      'staffRole',
    ])
    expect(fields({ ...offer, offeredOn: { day: '1', month: '1', year: '2999' } })).toEqual(['offeredOn'])
  })
})

function blank(concern: object) {
  return {
    label: '',
    picked: false,
    change: '',
    score: '',
    ownWords: '',
    byStaff: false,
    priority: '',
    ...concern,
  }
}
