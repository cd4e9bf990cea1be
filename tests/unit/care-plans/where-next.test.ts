import { describe, expect, it } from 'vitest'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

const PATIENT = '01890a5d-ac96-774b-bcce-b302099a8057'
const RESULT = '01890a5d-ac97-7a86-b0e2-1b3f0c7d5a11'

describe('where a form leads', () => {
  it('is the list that it was reached from, which is told whose it was', () => {
    expect(whereNext('/worklist?list=mine', routes.result(PATIENT, RESULT), 'told')).toBe(
      `/worklist?list=mine&done=saved&of=${PATIENT}`,
    )
  })

  it('is the list without a person where the page is of none', () => {
    expect(whereNext('/practice', routes.answerPracticeRequest(RESULT), 'answered')).toBe(
      '/practice?done=saved',
    )
  })

  it('is a page of its own without a list', () => {
    expect(whereNext('', routes.result(PATIENT, RESULT), 'told')).toBe(
      `${routes.result(PATIENT, RESULT)}?done=told`,
    )
  })
})
