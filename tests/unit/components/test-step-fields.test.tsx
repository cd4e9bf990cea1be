import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TestStepFields } from '@/components/follow-up/test-step-fields'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import type { TestStep } from '@/lib/follow-up/test-steps'

const chosenOf = (...steps: TestStep[]) => {
  const html = renderToStaticMarkup(<TestStepFields steps={steps} waysToTell={[]} today="2026-11-30" />)
  return [...html.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(([input]) => input.includes('checked'))
}

describe('what is said of a test', () => {
  it('is chosen for nobody where it would end the test, also as the only choice', () => {
    expect(chosenOf('not_needed')).toEqual([false])
    expect(chosenOf('done', 'not_attended', 'not_needed')).toEqual([false, false, false])
  })

  it('is that the person was told where only that is left: how is asked for all the same', () => {
    expect(chosenOf('told')).toEqual([true])
  })

  it('is told only in the ways in which the person may be told, and why', () => {
    const shown = (...ways: ToldBy[]) =>
      renderToStaticMarkup(<TestStepFields steps={['told']} waysToTell={ways} today="2026-11-30" />)
    expect(shown('telephone', 'in_person')).not.toContain('Letter</option>')
    expect(shown('telephone', 'in_person')).toContain('somebody talks with the person')
    expect(shown('letter', 'telephone')).toContain('Letter</option>')
    expect(shown('letter', 'telephone')).not.toContain('somebody talks with the person')
  })
})
