import { expect, test } from '../../support/journey'
import { addDays } from '@/lib/nhs/calendar-date'
import { fillDate } from '../steps/dates'
import { expectDone, rowsAbout } from '../steps/lists'

test('A practice nurse invites somebody twice in vain, and the review leaves the list', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const nurse = await stage.employ({ teams: { Z90006: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90006')
  await stage.diagnosed(clinician, person, 60)
  const page = await at(nurse, { javaScriptEnabled: false })
  const invite = async (daysAgo: number, channel: string) => {
    await rowsAbout(page, person).getByRole('link', { name: 'Record an invitation' }).click()
    await page.getByRole('radio', { name: channel }).check()
    await fillDate(page, 'When?', addDays(stage.today(), -daysAgo))
    await page.getByRole('button', { name: 'Save invitation' }).click()
  }

  await test.step('given a review that is due in five weeks', async () => {
    await page.goto('/practice')
    await page.getByRole('link', { name: /reviews/ }).click()
    await expect(page.getByRole('heading', { name: 'Cancer care reviews', level: 1 })).toBeVisible()
    await expect(rowsAbout(page, person)).toContainText('First review')
    await expect(rowsAbout(page, person)).toContainText('in 33 days')
    await expect(rowsAbout(page, person)).toContainText('Not invited yet')
  })

  await test.step('when the date cannot be, the form says what to do', async () => {
    await invite(61, 'Letter')
    await expect(page.getByRole('alert')).toContainText('the date of the diagnosis')
    await page.goto('/practice/reviews')
  })

  await test.step('and an invitation is recorded, the list says so', async () => {
    await invite(20, 'Letter')
    await expectDone(page, 'Saved')
    await expect(rowsAbout(page, person)).toContainText('Letter')
  })

  await test.step('then a second one, unanswered for a week, takes the review off the list', async () => {
    await invite(8, 'Telephone')
    await expectDone(page, 'Saved')
    await expect(rowsAbout(page, person)).toHaveCount(0)
    await page.getByRole('link', { name: 'Not needed, with the reason' }).click()
    await page.getByRole('columnheader').getByRole('link', { name: 'Due' }).click()
    await expect(rowsAbout(page, person)).toContainText('no answer to two invitations')
    await expect(rowsAbout(page, person)).toContainText('invited 2 times')
  })

  await test.step('and the second review still waits for its time', async () => {
    await page.getByRole('link', { name: 'Not yet open' }).click()
    await expect(rowsAbout(page, person)).toContainText('Second review')
  })
})

test('Somebody declines a review; recorded for the wrong person, it is asked for again', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const nurse = await stage.employ({ teams: { Z90006: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90006')
  await stage.diagnosed(clinician, person, 20)
  const page = await at(nurse)

  await page.goto('/practice/reviews')
  await rowsAbout(page, person).getByRole('link', { name: 'Other answers' }).click()
  await page.getByRole('link', { name: 'Record that the person declined' }).click()
  await page.getByRole('textbox', { name: 'Note (optional)' }).fill('Sees her nurse every week')
  await page.getByRole('button', { name: 'Save that the person declined' }).click()
  await expectDone(page, 'Saved')
  await expect(rowsAbout(page, person)).toHaveCount(0)

  await page.goto('/practice/reviews?show=excused&sort=latest')
  await expect(rowsAbout(page, person)).toContainText('declined')
  await rowsAbout(page, person).getByRole('link', { name: 'Other answers' }).click()
  await page.getByRole('link', { name: 'Recorded in error?' }).click()
  await page.getByRole('textbox', { name: 'What was wrong?' }).fill('Another person of that name')
  await page.getByRole('button', { name: 'Mark as recorded in error' }).click()
  await expectDone(page, 'Marked as recorded in error')
  await expect(page.getByText('Another person of that name')).toBeVisible()
  await page.goto('/practice/reviews')
  await expect(rowsAbout(page, person)).toContainText('First review')
})
