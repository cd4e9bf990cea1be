import { describe, expect, it } from 'vitest'
import { NONE } from '@/lib/follow-up/none'
import { decideFollowUpSchema } from '@/lib/follow-up/schema'

const faultsOf = (criteria: readonly string[]) =>
  decideFollowUpSchema
    .safeParse({ criteria: [...criteria] })
    .error?.issues.flatMap(({ path, message }) => (path[0] === 'criteria' ? [message] : []))

describe('what holds for the person, in the form of a decision', () => {
  it.each([
    [[], 'Select what holds, or that nothing does'],
    [['metastatic', NONE], 'Select what holds, or “None of these”, not both'],
  ])('is refused: %j', (criteria, message) => {
    expect(faultsOf(criteria)).toEqual([message])
  })

  it.each([[[NONE]], [['metastatic']], [['metastatic', 'high_risk']]])('is taken: %j', (criteria) => {
    expect(faultsOf(criteria)).toEqual([])
  })
})
