import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { expectDone } from '../steps/lists'
import { expectProblems } from '../steps/problems'

test('A result that could not be filed is settled by a person who has seen the message', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker')
  const clinician = await stage.employ({ teams: { [worker.memberships[0]?.teamCode ?? '']: 'clinician' } })
  const person = await stage.patient(clinician)
  await stage.followedUp(clinician, person)
  const unmatchedId = await stage.resultUnmatched(clinician, person)
  const page = await at(worker, { javaScriptEnabled: false })

  await test.step('given the queue, it says why it waits, and the message is there as it came', async () => {
    await page.goto('/results')
    await page.getByRole('link', { name: 'Could not be filed' }).click()
    const row = page.getByRole('row').filter({ hasText: person.familyName.toUpperCase() })
    await expect(row).toContainText('date of birth is another')
    await page.goto(`/results/unmatched/${unmatchedId}`)
    await page.getByText('The message as it was received').click()
    await expect(page.getByText(/^MSH\|/)).toContainText(person.nhsNumber)
  })

  await test.step('when nobody is chosen it stays, and left alone it stays too', async () => {
    await page.getByRole('button', { name: 'File result' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Select whose it is' })).toBeVisible()
    await page.goto('/results/unmatched')
    await page.goto(`/results/unmatched/${unmatchedId}`)
    await expect(page.getByRole('heading', { name: 'File it' })).toBeVisible()
  })

  await test.step('then it is filed under the person, for the test that was chosen, and gone from the queue', async () => {
    await page.getByRole('radio', { name: person.nhsNumberShown }).check()
    const answers = page.getByLabel('Which test does it answer?')
    const [, test = ''] = await answers.getByRole('option').allTextContents()
    await answers.selectOption(test)
    await page.getByRole('button', { name: 'File result' }).click()
    await expectProblems(page, [
      'Not the same as in the message: date of birth. Enter how you know that it is this person',
    ])
    await page.getByLabel('How do you know that it is this person?').fill('The ward rang about it')
    await page.getByRole('button', { name: 'File result' }).click()
    await expectDone(page, `Filed for ${person.familyName.toUpperCase()}`)
    await page.getByRole('link', { name: 'Open the result' }).click()
    await expect(page.getByRole('main')).toContainText(test)
  })
})

test('A result that belongs to nobody here is set aside with a reason', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const person = await stage.patient(clinician)
  const unmatchedId = await stage.resultUnmatched(clinician, person)
  const page = await at(clinician)
  await page.goto(`/results/unmatched/${unmatchedId}`)
  await page.getByRole('button', { name: 'Set aside' }).click()
  await expectErrors(page)
  await page.getByLabel('Why?').fill('Of another hospital')
  await page.getByRole('button', { name: 'Set aside' }).click()
  await expectDone(page, 'The result has been set aside')
  await page.goto(`/results/unmatched/${unmatchedId}`)
  await expect(page.getByRole('heading', { name: /not found/i })).toBeVisible()
})
