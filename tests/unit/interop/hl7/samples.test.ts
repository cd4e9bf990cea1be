import { describe, expect, it } from 'vitest'
import { hl7Samples } from '@/tests/support/interop-samples'
import { demographicCases } from './demographic-cases'
import { ownCases } from './own-cases'
import { refusedCases } from './refused-cases'
import { resultCases } from './result-cases'
import { told } from './told'

const cases = [...refusedCases, ...demographicCases, ...resultCases]
const samples = hl7Samples()
/** Collections of many messages, which have tests of their own. */
const COLLECTIONS = ['google__simhospital/messages.out']

describe('a message of our own', () => {
  it.each(cases)('like $sample tells what it should', ({ ours, oursSay }) => {
    expect(told(ours)).toEqual(oursSay)
  })

  it.each(ownCases)('with $what tells what it should', ({ ours, oursSay }) => {
    expect(told(ours)).toEqual(oursSay)
  })
})

describe('the samples beside the project', () => {
  it('that have no outcome here can all be judged', () => {
    const known = new Set([...cases.map(({ sample }) => sample), ...COLLECTIONS])
    const others = [...samples].filter(([sample]) => !known.has(sample))
    for (const [sample, bytes] of others) expect(() => told(bytes), sample).not.toThrow()
    expect(known.size).toBe(cases.length + COLLECTIONS.length)
  })

  it('tell what they should, where they are there', () => {
    const wrong = cases.flatMap(({ sample, says }) => {
      const bytes = samples.get(sample)
      if (!bytes) return []
      const lines = told(bytes)
      const missing = says.filter((line) => !lines.includes(line))
      return lines[0] === says[0] && missing.length === 0 ? [] : [{ sample, missing, lines }]
    })
    expect(wrong).toEqual([])
  })
})
