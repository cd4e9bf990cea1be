import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { beginCourse, CODES, DEEDS, expectNothingLost } from './random-course'
import { makeRequestSetting, type RequestSetting } from './setting'

let setting: RequestSetting
beforeAll(async () => {
  setting = await makeRequestSetting()
})
afterAll(() => setting.database.drop())

const deed = fc.record({ what: fc.constantFrom(...DEEDS), code: fc.constantFrom(...CODES) })
/** Mostly one thing after another; sometimes two at once. */
const course = fc.array(fc.array(deed, { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 12 })

describe('whatever happens to what a summary asks, in any order and at once', () => {
  it('has one owner and one date until it is settled, and no answer is lost', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (steps) => {
        const begun = await beginCourse(setting)
        for (const code of CODES) await begun.happen([{ what: 'ask', code }])
        for (const step of steps) {
          await begun.happen(step)
          await expectNothingLost(setting, begun)
        }
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })
})
