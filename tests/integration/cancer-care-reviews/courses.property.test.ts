import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { beginCourse, DEEDS, expectAsTheWindowsSay } from './random-course'
import { makeReviewSetting, type ReviewSetting } from './setting'

let setting: ReviewSetting
beforeAll(async () => {
  setting = await makeReviewSetting()
})
afterAll(() => setting.database.drop())

/** Days ago at which something turns, in their fair share. */
const days = fc.oneof(fc.nat(800), fc.constantFrom(0, 7, 27, 28, 65, 66, 92, 93, 94, 273, 365, 366, 457, 731))
const deed = fc.record({ what: fc.constantFrom(...DEEDS), days, which: fc.nat(20) })
/** Mostly one thing after another; sometimes two at once. */
const course = fc.array(fc.array(deed, { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 12 })
const registeredDaysAgo = fc.constantFrom(4000, 30, 120, 0)

describe('whatever happens to a diagnosis, to the person and on the way to a review, in any order and at once', () => {
  it('keeps exactly the tasks that the windows ask for, each with a practice and a date', async () => {
    await fc.assert(
      fc.asyncProperty(registeredDaysAgo, course, days, async (registered, steps, ago) => {
        const begun = await beginCourse(setting, registered)
        await begun.happen([{ what: 'diagnose', days: ago, which: 0 }])
        await expectAsTheWindowsSay(setting, begun)
        for (const step of steps) {
          await begun.happen(step)
          await expectAsTheWindowsSay(setting, begun)
        }
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })
})
