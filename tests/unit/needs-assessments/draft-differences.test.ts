import { describe, expect, it } from 'vitest'
import { draftDifferences } from '@/lib/needs-assessments/draft-differences'
import { aDraft, CATALOGUE, picked, typed } from './a-draft'

describe('what two drafts differ in', () => {
  it('is named with both values', () => {
    const theirs = aDraft({ concerns: { fatigue: picked({ score: '8' }), pain: picked() } })
    const yours = aDraft({
      completedOn: { day: '4', month: '10', year: '2026' },
      mode: 'paper',
      concerns: { fatigue: picked({ score: '5', ownWords: 'Better' }), pain: picked() },
    })
    expect(draftDifferences(theirs, yours, CATALOGUE)).toEqual([
      { label: 'Date', theirs: '3 10 2026', yours: '4 10 2026' },
      { label: 'How it was done', theirs: 'In person', yours: 'On paper' },
      { label: 'Fatigue', theirs: 'selected, score 8', yours: 'selected, score 5, Better' },
    ])
  })

  it('is nothing where only an untouched row was added', () => {
    expect(draftDifferences(aDraft(), aDraft({ concerns: { pain: typed() } }), CATALOGUE)).toEqual([])
  })

  it('quotes long words in part and never more than ten differences', () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`other-${index + 1}`, picked({ label: `Thing ${index}` })]),
    )
    expect(draftDifferences(aDraft(), aDraft({ concerns: many }), CATALOGUE)).toHaveLength(10)
    const [long] = draftDifferences(aDraft(), aDraft({ proxyName: 'é'.repeat(500) }), CATALOGUE)
    expect(long?.yours).toBe(`${'é'.repeat(200)}…`)
  })
})
