import { describe, expect, it } from 'vitest'
import { decisionAnswers } from '@/lib/follow-up/decision-answers'
import { NONE } from '@/lib/follow-up/none'

const words = {
  prerequisites: [
    { code: 'summary_sent', text: 'The summary was sent' },
    { code: 'person_agrees', text: 'The person agrees' },
  ],
  criteria: [{ code: 'metastatic', text: 'The cancer has spread' }],
  protocols: [{ id: 'breast', title: 'Breast' }],
  practice: 'Harbour Surgery',
}
const typed = {
  prerequisites: ['summary_sent', 'person_agrees'],
  waivedBecause: ' ',
  criteria: NONE,
  wishes: 'To get on with life',
  canSelfManage: 'yes',
  isDigital: 'no',
  stream: 'nurse_led',
  protocol: 'breast',
  letter: 'Typed, and then another way was chosen',
  'anchorOn-day': '3',
  'anchorOn-month': '2',
  'anchorOn-year': '2026',
  reasons: 'Well',
}

describe('the answers of a decision', () => {
  it('are said again by the words that the form had, without what was left out or not asked', () => {
    expect(decisionAnswers(typed, words)).toEqual([
      { label: 'Done before', value: 'The summary was sent; The person agrees' },
      { label: 'Holds for the person', value: 'None of these' },
      { label: 'What the person wants', value: 'To get on with life' },
      { label: 'Looks after themselves between tests', value: 'Yes' },
      { label: 'Uses the internet for this', value: 'No' },
      { label: 'Followed up', value: 'Nurse-led' },
      { label: 'Tests by', value: 'Breast' },
      { label: 'Counted from', value: '3 Feb 2026' },
      { label: 'Reasons', value: 'Well' },
    ])
  })

  it('show the letter in place of the tests where the practice takes over', () => {
    const answers = decisionAnswers({ ...typed, stream: 'discharge_to_practice' }, words)
    expect(answers).toContainEqual({ label: 'Letter to Harbour Surgery', value: typed.letter })
    expect(answers.map(({ label }) => label)).not.toContain('Tests by')
  })
})
