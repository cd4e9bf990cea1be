import { describe, expect, it } from 'vitest'
import { beginDraft, startFrom } from '@/lib/needs-assessments/internal/begin-draft'
import { recordingRows } from '@/lib/needs-assessments/recording-rows'
import { aDraft, CATALOGUE, earlier, picked, typed } from './a-draft'

const last = {
  id: 'last',
  completedOn: '2026-06-01',
  concerns: [
    earlier('fatigue', { score: 8, ownWords: 'Tired', addedBy: 'staff' }),
    earlier('other', { label: 'The cat', score: 4 }),
  ],
}

describe('a new assessment', () => {
  const begin = (from: typeof last | null) =>
    beginDraft({
      catalogueVersion: 'test',
      last: from,
      offers: [
        {
          id: 'offer',
          outcome: 'accepted',
          pathwayPoint: 'recurrence',
          offeredOn: '2026-11-01',
          recordedAt: new Date('2026-11-01'),
          isAssessed: false,
        },
      ],
      today: '2026-11-05',
      staffRoleCode: '04',
    })

  it('begins today, at the point it was offered for', () => {
    expect(begin(null)).toEqual(
      aDraft({
        completedOn: { day: '5', month: '11', year: '2026' },
        pathwayPoint: 'recurrence',
        mode: '',
        completedBy: '',
        interpreter: '',
      }),
    )
  })

  it('starts from the concerns of last time, to be answered', () => {
    expect(begin(last)).toMatchObject({
      followsId: 'last',
      concerns: {
        fatigue: typed({ score: '8', ownWords: 'Tired', byStaff: true }),
        'other-1': typed({ label: 'The cat', score: '4' }),
      },
    })
  })
})

describe('a draft, when another assessment was filed meanwhile', () => {
  it('keeps what was typed and asks about the rest', () => {
    const draft = aDraft({
      followsId: 'before',
      concerns: {
        fatigue: picked({ score: '3' }),
        money: typed({ change: 'same', score: '6' }),
        sleep: typed({ change: 'no_longer' }),
        'other-1': picked({ label: 'The dog' }),
      },
    })
    expect(startFrom(draft, last)).toMatchObject({
      followsId: 'last',
      concerns: {
        fatigue: picked({ score: '3', change: 'changed' }),
        money: picked({ score: '6' }),
        sleep: typed(),
        'other-1': picked({ label: 'The dog' }),
        'other-2': typed({ label: 'The cat', score: '4' }),
      },
    })
  })
})

describe('the rows of the form', () => {
  it('show each concern once: those of last time, the catalogue, and what is not in it', () => {
    const content = startFrom(aDraft({ concerns: { 'other-1': picked({ label: 'The dog' }) } }), last)
    const { earlier: first, domains, others } = recordingRows(content, CATALOGUE, last)
    expect(first.map(({ key }) => key)).toEqual(['fatigue', 'other-2'])
    expect(domains).toEqual([
      {
        label: 'Any',
        concerns: ['money', 'sleep', 'pain', 'worry'].map((key) => ({
          key,
          label: CATALOGUE.find(({ code }) => code === key)?.label,
        })),
      },
    ])
    expect(others.slice(0, 2)).toEqual(['other-1', 'other-3'])
    expect(others).toHaveLength(10)
    expect(others).not.toContain('other-2')
  })
})
