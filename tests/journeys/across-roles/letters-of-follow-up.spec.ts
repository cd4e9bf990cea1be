import { expect, test } from '../../support/journey'
import { expectDone, rowsAbout } from '../steps/lists'

test('A person on follow-up is welcomed in writing, and the practice reads that it has ended', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const gp = await stage.employ({ teams: { Z90006: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.livesAt(person, '1 High Street')
  await stage.register(clinician, person, 'Z90006')
  const { pathwayId } = await stage.followUp.onPathway(
    clinician,
    person.id,
    stage.followUp.AFTER_PROSTATE_SURGERY,
  )
  const [page, atPractice] = [await at(clinician), await at(gp, { javaScriptEnabled: false })]

  await test.step('given the decision, a letter waits that says the tests and whom to call', async () => {
    await page.goto('/letters')
    await rowsAbout(page, person).getByRole('link', { name: 'Your follow-up from now on' }).click()
    await expect(page.getByText('What to watch for')).toBeVisible()
    await expect(page.getByText('PSA blood test')).toHaveCount(4)
  })

  await test.step('and a sheet of it can be printed for the person to keep', async () => {
    await page.goto(`/patients/${person.id}/follow-up`)
    await page.getByRole('link', { name: 'My follow-up' }).click()
    await expect(page.getByRole('heading', { name: 'My next tests' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Print it from the PDF' })).toBeVisible()
  })

  await test.step('when follow-up ends, person and practice are written to', async () => {
    await page.goto(`/patients/${person.id}/follow-up/pathways/${pathwayId}/ended`)
    await page.getByRole('radio', { name: 'Discharged to the practice' }).check()
    await page.getByRole('textbox', { name: 'Letter to' }).fill('Please check the PSA once a year.')
    await page.getByRole('textbox', { name: 'Why?' }).fill('Wishes to be seen by her GP')
    await page.getByRole('button', { name: 'End follow-up' }).click()
    await expectDone(page, 'Follow-up has ended')
    await page.goto('/letters')
    await expect(
      rowsAbout(page, person).getByRole('link', { name: 'Your hospital follow-up has ended' }),
    ).toBeVisible()
  })

  await test.step('then the practice has its copy, reads it, and is not asked again', async () => {
    await atPractice.goto('/practice')
    await rowsAbout(atPractice, person).getByRole('link', { name: 'Hospital follow-up has ended' }).click()
    await expect(atPractice.getByText('Please check the PSA once a year.')).toBeVisible()
    await atPractice.getByRole('button', { name: 'Mark as read' }).click()
    await expectDone(atPractice, 'It has been recorded that the letter was read')
    await atPractice.goto('/practice')
    await expect(
      rowsAbout(atPractice, person).filter({ hasText: 'Hospital follow-up has ended' }),
    ).toHaveCount(0)
    await atPractice.getByRole('link', { name: 'All letters to the practice' }).click()
    await expect(atPractice.getByRole('row').filter({ hasText: person.nhsNumberShown })).toContainText('Read')
  })
})
