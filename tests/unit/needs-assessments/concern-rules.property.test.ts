import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeSince } from '@/lib/needs-assessments/concern-changes'
import type { DraftConcern } from '@/lib/needs-assessments/draft-content'
import { checkAnswers } from '@/lib/needs-assessments/rules'
import { aDraft, CATALOGUE, earlier } from './a-draft'

const CODES = CATALOGUE.map(({ code }) => code)
const grounds = {
  catalogue: CATALOGUE,
  life: { bornOn: '1961-02-03', diedOn: null },
  today: '2026-11-21',
}

const scoreText = fc.oneof(fc.constantFrom('', ' ', '0', '10', '11', 'x', '3.5'), fc.nat(10).map(String))
const priorityText = fc.oneof(
  fc.constantFrom('', '', '0', '1.5', 'x'),
  fc.integer({ min: 1, max: 4 }).map(String),
)
const draftConcern: fc.Arbitrary<DraftConcern> = fc.record({
  label: fc.constant(''),
  picked: fc.boolean(),
  change: fc.constantFrom('' as const, 'same' as const, 'changed' as const, 'no_longer' as const),
  score: scoreText,
  ownWords: fc.constantFrom('', 'words'),
  byStaff: fc.boolean(),
  priority: priorityText,
})
const concerns = fc.dictionary(fc.constantFrom(...CODES), draftConcern, { maxKeys: CODES.length })
const lastCodes = fc.subarray(CODES)

/** Whether a form filled in like this is whole, as a person with a pencil would decide it. */
function isWhole(form: Record<string, DraftConcern>, last: string[], noConcerns: boolean): boolean {
  const standing: DraftConcern[] = []
  for (const code of new Set([...Object.keys(form), ...last])) {
    const row = form[code]
    if (!last.includes(code)) {
      if (row?.picked) standing.push(row)
      continue
    }
    if (!row || row.change === '') {
      if (!noConcerns) return false
      continue
    }
    if (row.change !== 'no_longer') standing.push(row)
  }
  if (noConcerns) return standing.length === 0
  if (standing.length === 0) return false
  const goodScore = (row: DraftConcern) =>
    row.score.trim() === '' || ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].includes(row.score)
  const fromLast = (row: DraftConcern) => last.some((code) => form[code] === row)
  if (!standing.every((row) => (fromLast(row) && row.change === 'same') || goodScore(row))) return false
  const numbers = standing.map((row) => row.priority).filter((number) => number !== '')
  return numbers
    .map(Number)
    .sort((one, other) => one - other)
    .every((number, index) => number === index + 1)
}

describe('whether concerns can be filed', () => {
  it('agrees with a person with a pencil', () => {
    fc.assert(
      fc.property(concerns, lastCodes, fc.boolean(), (form, last, noConcerns) => {
        const checked = checkAnswers(aDraft({ concerns: form, noConcerns }), {
          ...grounds,
          earlier: last.map((code) => earlier(code, { score: 5 })),
        })
        expect(checked.ok).toBe(isWhole(form, last, noConcerns))
        if (!checked.ok) expect(checked.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('files each concern once, its priorities 1, 2, 3 without a gap, in that order', () => {
    fc.assert(
      fc.property(concerns, lastCodes, (form, last) => {
        const checked = checkAnswers(aDraft({ concerns: form }), {
          ...grounds,
          earlier: last.map((code) => earlier(code)),
        })
        fc.pre(checked.ok)
        const filed = checked.answers.concerns
        const priorities = filed.flatMap(({ priority }) => priority ?? [])
        expect(priorities).toEqual(priorities.map((_, index) => index + 1))
        expect(filed.slice(priorities.length).every(({ priority }) => priority === null)).toBe(true)
        expect(new Set(filed.map(({ code }) => code)).size).toBe(filed.length)
        expect(filed.every(({ score }) => score === null || (score >= 0 && score <= 10))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('accounts for every concern of both assessments', () => {
    fc.assert(
      fc.property(concerns, lastCodes, (form, last) => {
        const before = last.map((code) => earlier(code, { score: 5 }))
        const checked = checkAnswers(aDraft({ concerns: form }), { ...grounds, earlier: before })
        fc.pre(checked.ok)
        const changes = changeSince(before, checked.answers.concerns)
        const now = checked.answers.concerns.map(({ code }) => code)
        expect(changes.map(({ code }) => code).sort()).toEqual([...new Set([...now, ...last])].sort())
        for (const { code, change, before: was } of changes) {
          if (change === 'new') expect(last).not.toContain(code)
          if (change === 'no_longer') expect(now).not.toContain(code)
          if (change === 'same' || change === 'changed')
            expect(last.includes(code) && now.includes(code)).toBe(true)
          expect(was).toBe(last.includes(code) ? 5 : null)
        }
      }),
      { numRuns: 500 },
    )
  })
})
