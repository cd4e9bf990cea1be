import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { beginCourse, DEEDS, expectNobodyWaits } from './random-course'
import { makeContactSetting, type ContactSetting } from './setting'

let setting: ContactSetting
beforeAll(async () => {
  setting = await makeContactSetting()
})
afterAll(() => setting.database.drop())

/** Of a contact, sometimes two things at once; the rest one after another. */
const ABOUT_CONTACTS = DEEDS.slice(0, DEEDS.indexOf('move practice'))
const step = fc.oneof(
  fc.array(fc.constantFrom(...ABOUT_CONTACTS), { minLength: 1, maxLength: 2 }),
  fc.tuple(fc.constantFrom(...DEEDS)),
)
const course = fc.array(step, { minLength: 4, maxLength: 14 })

describe('whatever happens after somebody got in touch, in any order and at once', () => {
  it('leaves nobody waiting without a task of the team that has the contact', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (steps) => {
        const begun = await beginCourse(setting)
        await begun.happen(['contact'])
        for (const step of steps) {
          await begun.happen(step)
          await expectNobodyWaits(setting, begun)
        }
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })
})
