import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TestStepFields } from '@/components/follow-up/test-step-fields'
import type { TestStep } from '@/lib/follow-up/test-steps'

const chosenOf = (...steps: TestStep[]) => {
  const html = renderToStaticMarkup(<TestStepFields steps={steps} today="2026-11-30" />)
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
})
