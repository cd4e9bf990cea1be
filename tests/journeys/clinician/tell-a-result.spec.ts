import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { expectDone } from '../steps/lists'

test('Somebody on no pathway is told a result, from the worklist, with the team’s reason where it belongs', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const person = await stage.patient(clinician)
  await stage.results.filedResult(clinician, person.id, { code: 'cea', value: '2.1' })
  const page = await at(clinician, { javaScriptEnabled: false })

  await test.step('given a result that was reviewed, telling the person is on the worklist', async () => {
    await page.goto('/results')
    await page.getByRole('link', { name: 'CEA 2.1 µg/L' }).click()
    await page.getByRole('radio', { name: 'Go on as planned' }).check()
    await page.getByRole('button', { name: 'Save review' }).click()
    await page.goto('/worklist')
    await page.getByRole('link', { name: 'Tell the person a result and the next date' }).click()
    await expect(page.getByRole('heading', { name: 'Tell the person: CEA' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Reads it here since')
  })

  await test.step('when it is saved without how, the page says what is missing', async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Select how the person was told' })).toBeVisible()
    await page.getByRole('radio', { name: 'Telephone' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
  })

  await test.step('then the worklist no longer has it, and the result says who was told, and when', async () => {
    await expect(page.getByRole('link', { name: 'Tell the person a result' })).toHaveCount(0)
    await page.goto(`/patients/${person.id}/results`)
    await page.getByRole('link', { name: /^CEA/ }).click()
    await expect(page.getByRole('main')).toContainText('Telephone')
  })
})

test('A result that was taken early is said to answer the test that is due, with the reason', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const person = await stage.patient(clinician)
  await stage.followedUp(clinician, person)
  const resultId = await stage.results.filedResult(clinician, person.id)
  const page = await at(clinician)
  await page.goto(`/patients/${person.id}/results/${resultId}`)
  await expect(page.getByRole('main')).toContainText('beyond what was due')
  await page.getByRole('link', { name: 'Change which test it answers' }).click()
  await page
    .getByRole('radio', { name: /^PSA due on/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expectErrors(page)
  await page.getByLabel('Why?').fill('Taken two months early, before a long journey')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectDone(page, 'Which test it answers has been recorded')
  await expect(page.getByRole('main')).toContainText(/PSA due on/)
})
