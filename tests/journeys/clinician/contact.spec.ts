import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { begin, expectDone, rowsAbout } from '../steps/lists'

test('A clinician promises an appointment, moves it, and sees the person', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.gotInTouch(clinician, person, { reason: 'worry_of_return' })
  const page = await at(clinician)

  await test.step('given somebody who waits, an appointment later than 14 days is refused', async () => {
    await begin(page, person, 'Answer somebody who got in touch')
    await page.getByRole('radio', { name: 'It is decided' }).check()
    await page.getByLabel('What was decided?').selectOption('Appointment within 14 days')
    await fillDate(page, 'If an appointment, on which day?', stage.addDays(stage.today(), 15))
    await page.getByRole('textbox', { name: 'What was said' }).fill('A lump to be examined')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('.nhsuk-error-summary')).toContainText('14 days from now')
    await fillDate(page, 'If an appointment, on which day?', stage.addDays(stage.today(), 7))
    await page.getByRole('button', { name: 'Save' }).click()
    await expectDone(page, 'Saved')
  })

  await test.step('when it is moved, the day moves on every list', async () => {
    await begin(page, person, 'See the person who got in touch')
    await page.getByRole('radio', { name: 'It was moved' }).check()
    await fillDate(page, 'New date', stage.addDays(stage.today(), 9))
    await page.getByRole('textbox', { name: 'What was said' }).fill('Bus strike')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(rowsAbout(page, person).filter({ hasText: 'got in touch' })).toContainText('in 9 days')
  })

  await test.step('then, seen, nothing is owed', async () => {
    await begin(page, person, 'See the person who got in touch')
    await page.getByRole('radio', { name: 'The person was seen' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expectDone(page, 'Saved')
    await page.goto(`/patients/${person.id}/contacts`)
    await expect(page.getByRole('row', { name: /Worry that the cancer is back/ })).toContainText('Answered')
  })
})
