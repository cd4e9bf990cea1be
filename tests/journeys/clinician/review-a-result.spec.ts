import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { expectDone } from '../steps/lists'

test('A clinician files a result that looks like a slip, sees it beside its trend and calls the person back', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const person = await stage.patient(clinician)
  await stage.followedUp(clinician, person)
  const sampledOn = stage.addDays(stage.today(), -90)
  await stage.results.filedResult(clinician, person.id, { value: '0.03', sampledOn })
  const page = await at(clinician)

  await test.step('given a value ten times the last, the form asks how it is known to be right', async () => {
    await page.goto(`/patients/${person.id}`)
    await page.getByRole('link', { name: 'Results', exact: true }).last().click()
    await page
      .getByRole('link', { name: 'File a result' })
      .or(page.getByRole('button', { name: 'File a result' }))
      .click()
    await page.getByRole('link', { name: 'PSA', exact: true }).click()
    await page.getByRole('textbox', { name: 'Value' }).fill('0.35')
    await fillDate(page, 'When was the sample taken?', stage.today())
    await page.getByRole('button', { name: 'File result' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'ten times' })).toBeVisible()
    await page.getByRole('textbox', { name: 'how do you know' }).fill('Rang the laboratory')
    await page.getByRole('button', { name: 'File result' }).click()
    await expectDone(page, 'The result has been filed')
  })

  await test.step('when the page says which rule is met, with the trend and every value', async () => {
    const main = page.getByRole('main')
    await expect(main).toContainText('rule “too high” of “Prostate, after surgery”')
    await expect(page.getByRole('img', { name: 'PSA over time' })).toBeVisible()
    await expect(page.getByRole('table')).toContainText('0.03')
    await page.getByRole('radio', { name: 'Call back to clinic' }).check()
    await page.getByRole('button', { name: 'Save review' }).click()
    await expectDone(page, 'The result has been reviewed')
  })

  await test.step('then the worklist has the recall, and the earlier result still waits', async () => {
    await page.goto('/worklist')
    await expect(page.getByRole('main')).toContainText('See the person who was called back to clinic')
    await page.goto('/results')
    await expect(page.getByRole('heading', { name: 'In range: 1' })).toBeVisible()
  })
})
