import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PathwayTests } from '@/components/follow-up/pathway-tests'
import type { PathwayView, TestView } from '@/lib/follow-up/follow-up-view'

const psa: TestView = {
  id: 't1',
  name: 'PSA',
  dueOn: '2026-11-17',
  state: 'due',
  isOverdue: false,
  doneOn: null,
}

const shown = (test: Partial<TestView>, withStates = false) => {
  const pathway = { patientId: 'p1', tests: [{ ...psa, ...test }], coming: [] } as unknown as PathwayView
  const html = renderToStaticMarkup(
    <PathwayTests pathway={pathway} today="2026-11-30" withStates={withStates} />,
  )
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

describe('the tests of a pathway', () => {
  it('are planned, for a practice, until they were done', () => {
    expect(shown({})).toContain('Planned')
    expect(shown({ doneOn: '2026-11-18' })).toContain('Done 18 Nov 2026')
    expect(shown({ doneOn: '2026-11-18' })).not.toContain('Planned')
  })

  it.each([
    ['done', 'Done, no result yet'],
    ['reviewed', 'To be told'],
  ] as const)('say the day of a test that was %s as a fact of its own', (state, words) => {
    expect(shown({ state, doneOn: '2026-11-18' }, true)).toContain(`${words} Test of 18 Nov 2026`)
  })
})
