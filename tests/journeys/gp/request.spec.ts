import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { begin, expectDone, rowsAbout } from '../steps/lists'

test('A practice declines what a summary asks, and the hospital team settles it', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const gp = await stage.employ({ teams: { Z90005: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90005')
  await stage.asked(clinician, person, 'Z90005')
  const [atPractice, atHospital] = [await at(gp, { javaScriptEnabled: false }), await at(clinician)]

  await test.step('given what is asked, why, and whom to ring, the practice must say why not', async () => {
    await atPractice.goto('/practice')
    await rowsAbout(atPractice, person).getByRole('link', { name: 'Arrange a bone density scan' }).click()
    await expect(atPractice.getByText('An aromatase inhibitor thins the bones')).toBeVisible()
    await expect(atPractice.getByText('Surgery and radiotherapy, ended')).toBeVisible()
    await expect(atPractice.getByText(/01632 96\d{4}/)).toBeVisible()
    await atPractice.getByRole('radio', { name: 'No, we cannot do this' }).check()
    await atPractice.getByRole('button', { name: 'Send answer' }).click()
    await expectErrors(atPractice, ['Enter why your practice cannot do it'])
    await atPractice.getByRole('textbox', { name: 'Why not?' }).fill('No scanner here')
    await atPractice.getByRole('button', { name: 'Send answer' }).click()
    await expectDone(atPractice, 'answer has been sent')
    await expect(atPractice.getByRole('button', { name: 'Send answer' })).toHaveCount(0)
  })

  await test.step('when the hospital team reads why, it says what it did instead', async () => {
    await begin(atHospital, person, 'Find another way: the practice cannot do what the summary asks')
    await expect(atHospital.getByText('No scanner here')).toBeVisible()
    await atHospital.getByRole('radio', { name: 'Done by the hospital team' }).check()
    await atHospital.getByRole('textbox', { name: 'What was done' }).fill('Scanned on the ward')
    await atHospital.getByRole('button', { name: 'Save' }).click()
    await expectDone(atHospital, 'Saved')
  })

  await test.step('then nobody owes anything for it', async () => {
    const settled = rowsAbout(atHospital, person).filter({ hasText: 'the summary asks' })
    await expect(settled).toHaveCount(0)
    await atPractice.goto('/practice')
    await expect(rowsAbout(atPractice, person).filter({ hasText: 'bone density' })).toHaveCount(0)
  })
})

test('A practice that says nothing comes up on the worklist, until it answers', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const gp = await stage.employ({ teams: { Z90005: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90005')
  await stage.asked(clinician, person, 'Z90005', { daysAgo: 40 })
  const [atPractice, atHospital] = [await at(gp), await at(clinician)]
  const silence = rowsAbout(atHospital, person).filter({ hasText: 'Ask the practice for its answer' })

  await atHospital.goto('/worklist?due=overdue')
  await expect(silence).toContainText('Overdue')
  await silence.getByRole('link', { name: 'Ask the practice for its answer' }).click()
  await expect(atHospital.getByText('Waiting for an answer')).toBeVisible()

  await atPractice.goto('/practice')
  await rowsAbout(atPractice, person).getByRole('link', { name: 'Arrange a bone density scan' }).click()
  await atPractice.getByRole('radio', { name: 'Yes, we will do this' }).check()
  await atPractice.getByRole('button', { name: 'Send answer' }).click()
  await expectDone(atPractice, 'answer has been sent')
  await atPractice.goto('/practice')
  await expect(rowsAbout(atPractice, person).filter({ hasText: 'bone density' })).toContainText('accepted')

  await atHospital.reload()
  await expect(atHospital.getByText('Accepted, to be done')).toBeVisible()
  await atHospital.goto('/worklist')
  await expect(silence).toHaveCount(0)
})
