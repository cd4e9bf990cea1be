import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { expectFaults } from '../steps/faults'
import { expectDone } from '../steps/lists'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'With JavaScript' : 'Without JavaScript', () => {
    test('A clinician changes an interval and a threshold for one person, and takes the interval back', async ({
      stage,
      at,
    }) => {
      const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
      const person = await stage.patient(clinician)
      await stage.followedUp(clinician, person)
      const sampledOn = stage.addDays(stage.today(), -30)
      await stage.results.filedResult(clinician, person.id, { value: '0.05', sampledOn })
      const page = await at(clinician, { javaScriptEnabled })
      const main = page.getByRole('main')

      await test.step('given an interval without a reason, the form says so', async () => {
        await page.goto(`/patients/${person.id}/follow-up`)
        await page.getByRole('link', { name: 'Change how often a test is due' }).click()
        await page.getByLabel('Every how many months?').fill('3')
        await page.getByRole('button', { name: 'Change it for this person' }).click()
        await expectFaults(page, ['Enter the reason'], { javaScriptEnabled })
      })

      await test.step('when it has one, it stands above the days that follow from it', async () => {
        await page.getByLabel('Why is it otherwise for this person?').fill('Margins were positive')
        await page.getByRole('button', { name: 'Change it for this person' }).click()
        await expectDone(page, 'Changed for this person')
        await expect(main).toContainText('PSA every 3 months from')
        await expect(main).toContainText('Margins were positive')
      })

      await test.step('when a threshold is lowered, the result that was in range is looked at by itself', async () => {
        await page.getByRole('link', { name: 'Change from which number' }).click()
        await page.getByLabel('Looked at by itself from which number?').fill('0.04')
        await page.getByLabel('Why is it otherwise for this person?').fill('High risk')
        await page.getByRole('button', { name: 'Change it for this person' }).click()
        await expectDone(page, 'Changed for this person')
        await page.goto('/results')
        await expect(page.getByRole('heading', { name: 'In range: 1' })).toHaveCount(0)
        await page.goto(`/patients/${person.id}/results`)
        await page.getByRole('link', { name: /PSA/ }).first().click()
        await expect(main).toContainText('threshold set for this person: High risk')
      })

      await test.step('then the interval is taken back, and the history keeps both', async () => {
        await page.goto(`/patients/${person.id}/follow-up`)
        await page.getByRole('link', { name: /Take back +PSA every 3 months/ }).click()
        await page.getByLabel('Why is it taken back?').fill('Six clear tests')
        await page.getByRole('button', { name: 'Take it back' }).click()
        await expectDone(page, 'Taken back')
        await expect(main).toContainText('No longer so: PSA every 3 months')
        await expect(page.getByRole('link', { name: /Take back +PSA every 3 months/ })).toHaveCount(0)
      })
    })

    test('A clinician checks a decision on follow-up, changes an answer, and records it', async ({
      stage,
      at,
    }) => {
      await stage.protocols.publishedFirstVersions(stage.owner, 'ZT102')
      const clinician = await stage.employInNewTeam('ZT102-BREAST', 'clinician')
      const person = await stage.patient(clinician)
      await stage.diagnosed(clinician, person, 100)
      const page = await at(clinician, { javaScriptEnabled })
      const main = page.getByRole('main')

      await test.step('given answers that lack nothing', async () => {
        await page.goto(`/patients/${person.id}/follow-up`)
        await page
          .getByRole('button', { name: /Decide on follow-up/ })
          .or(page.getByRole('link', { name: /Decide on follow-up/ }))
          .click()
        for (const box of await page
          .getByRole('group', { name: 'What has been done?' })
          .getByRole('checkbox')
          .all())
          await box.check()
        await page.getByRole('checkbox', { name: 'None of these' }).check()
        await page.getByLabel('What does the person want?').fill('To get on with life')
        const yes = { name: 'Yes', exact: true } as const
        await page
          .getByRole('group', { name: /look after themselves/ })
          .getByRole('radio', yes)
          .check()
        await page
          .getByRole('group', { name: /use the internet/ })
          .getByRole('radio', yes)
          .check()
        await page.getByRole('radio', { name: 'Nurse-led' }).check()
        await page.getByLabel('Reasons for the decision').fill('Erly breast cancer')
        await fillDate(page, 'From which day are tests counted?', stage.addDays(stage.today(), -100))
        await page.getByRole('button', { name: 'Check the decision' }).click()
      })

      await test.step('when they are said again with what follows, one is changed', async () => {
        await expect(page.getByRole('heading', { name: 'Check before it is recorded' })).toBeVisible()
        await expect(main).toContainText('Erly breast cancer')
        await expect(main).toContainText('Mammogram, due')
        await page.getByRole('button', { name: 'Change the answers' }).click()
        if (javaScriptEnabled)
          await expect(
            page.getByRole('checkbox', { name: 'End-of-treatment consultation held' }),
          ).toBeFocused()
        await page.getByLabel('Reasons for the decision').fill('Early breast cancer')
        await page.getByRole('button', { name: 'Check the decision' }).click()
        await expect(page.getByRole('heading', { name: 'Check before it is recorded' })).toBeVisible()
      })

      await test.step('then it is recorded as it was checked', async () => {
        await page.getByRole('button', { name: 'Record the decision' }).click()
        await expectDone(page, 'The decision has been recorded')
        await expect(main).toContainText('Early breast cancer')
        await expect(main).toContainText('Nurse-led')
      })
    })
  })
