import { describe, expect, it } from 'vitest'
import { TUMOUR_GROUP_LABELS, type TumourGroup } from '@/lib/nhs/tumour-group'
import { contactsAddress, parseContactFilter } from '@/lib/re-access/contact-filter'
import { newestQuestions } from '@/lib/re-access/questions-in-force'
import { inTurns, questionsFor } from '@/lib/re-access/red-flag-questions'
import { urgencyOf } from '@/lib/re-access/urgency'

const groups = Object.keys(TUMOUR_GROUP_LABELS) as TumourGroup[]

describe('the red-flag questions in their turns', () => {
  it.each(groups)('are all there, with those of the person’s own cancer first (%s)', (group) => {
    const questions = questionsFor(newestQuestions, [group])
    const { first, rest } = inTurns(questions)
    expect([...first, ...rest].toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual(
      questions.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    )
    const own = first.map(({ tumourGroups }) => tumourGroups !== 'all')
    expect(own).toEqual(own.toSorted((a, b) => Number(b) - Number(a)))
  })

  it('leave nothing folded away that would make a call urgent if it was not asked', () => {
    const questions = questionsFor(newestQuestions, groups)
    const { first, rest } = inTurns(questions)
    const answers = Object.fromEntries([
      ...first.map(({ code }) => [code, 'no']),
      ...rest.map(({ code }) => [code, 'not_asked']),
    ])
    expect(rest.length).toBeGreaterThan(0)
    expect(urgencyOf(questions, answers)).toBe('standard')
  })
})

describe('the address of the lists of contacts', () => {
  it('says what is not usual, and is read again as it was', () => {
    const filter = parseContactFilter({ reason: 'result', page: '3', open: 'all' })
    expect(contactsAddress(filter, { page: 4 })).toBe('/contacts?reason=result&page=4&open=all')
    expect(contactsAddress(parseContactFilter({ page: '-1', open: 'x' }))).toBe('/contacts')
    expect(contactsAddress(filter, { outcome: 'advice_only' })).not.toContain('page')
  })
})
