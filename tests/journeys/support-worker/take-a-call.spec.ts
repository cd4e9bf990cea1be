import { expect, test } from '../../support/journey'
import { answerNo, flag, whoCalled } from '../steps/contact-form'
import { begin, expectDone, rowsAbout } from '../steps/lists'

test('A support worker takes a call with a red flag, and a clinician decides', async ({ stage, at }) => {
  const worker = await stage.employInNewTeam('ZT102-COLORECTAL', 'support_worker')
  const clinician = await stage.employBeside(worker, { role: 'clinician', familyName: 'Okafor' })
  const person = await stage.patient(worker)
  const page = await at(worker, { javaScriptEnabled: false })
  const atClinician = await at(clinician)

  await test.step('given the record, the call begins with the red flags, and a yes says what to tell', async () => {
    await page.goto(`/patients/${person.id}`)
    await page.getByRole('link', { name: 'Contacts: who got in touch' }).click()
    await expect(page.getByText('Nobody has got in touch')).toBeVisible()
    await page.getByRole('link', { name: 'Record a contact' }).click()
    await answerNo(page)
    await flag(page, 'Back pain with weak or numb legs').getByRole('radio', { name: 'Yes' }).check()
    await expect(flag(page, 'Back pain with weak or numb legs')).toContainText('Go to A&E now')
    await whoCalled(page, 'Carer', 'My wife cannot get up the stairs any more')
    await page.getByRole('button', { name: 'Record contact' }).click()
  })

  await test.step('then it is not filed before the caller was told', async () => {
    await expect(page.locator('.nhsuk-error-summary')).toContainText('Tell the caller now')
    await expect(page.locator('.nhsuk-error-summary')).toContainText('Go to A&E now')
    await page.getByRole('checkbox', { name: 'I have told the caller' }).check()
    await page.getByRole('button', { name: 'Record contact' }).click()
    await expectDone(page, 'Tell the caller: an answer comes by')
    await expect(page.getByText('Emergency', { exact: true })).toBeVisible()
  })

  await test.step('when she would decide, she is told that a clinician does, and asks one', async () => {
    await page.getByRole('radio', { name: 'It is decided' }).check()
    await page.getByLabel('What was decided?').selectOption('Advice only')
    await page.getByRole('textbox', { name: 'What was said' }).fill('Told to rest')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('.nhsuk-error-summary')).toContainText('a clinician decides')
    await page.getByRole('radio', { name: 'A clinician was asked' }).check()
    await page.getByLabel('Which clinician?').selectOption({ label: `${clinician.givenName} Okafor` })
    await page.getByRole('textbox', { name: 'What was said' }).fill('Legs weak since Sunday')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectDone(page, 'What happened next has been recorded')
  })

  await test.step('and the clinician has it first in the list, and decides', async () => {
    await atClinician.goto('/contacts')
    await expect(rowsAbout(atClinician, person).first()).toContainText('Emergency')
    await begin(atClinician, person, 'Answer somebody who got in touch')
    await expect(atClinician.getByText('Legs weak since Sunday')).toBeVisible()
    await atClinician.getByRole('radio', { name: 'It is decided' }).check()
    await atClinician.getByLabel('What was decided?').selectOption('Sent to A&E or 999')
    await atClinician.getByRole('textbox', { name: 'What was said' }).fill('Rang the ward: she is expected')
    await atClinician.getByRole('button', { name: 'Save' }).click()
    await expectDone(atClinician, 'Saved')
    await expect(rowsAbout(atClinician, person).filter({ hasText: 'got in touch' })).toHaveCount(0)
  })

  await test.step('so it is in the log, found by its outcome, and nobody waits', async () => {
    await atClinician.goto('/contacts')
    await expect(atClinician.getByText('Nobody is waiting')).toBeVisible()
    await atClinician.getByLabel('Outcome').selectOption('Sent to A&E or 999')
    await atClinician.getByRole('button', { name: 'Filter' }).click()
    await expect(atClinician).toHaveURL(/outcome=sent_to_emergency/)
    await expect(rowsAbout(atClinician, person)).toHaveCount(1)
    await expect(atClinician.getByRole('row', { name: /^Emergency 1 1 1/ })).toBeVisible()
  })
})
