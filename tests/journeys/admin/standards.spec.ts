import { expect, test } from '../../support/journey'
import { expectDone } from '../steps/lists'
import { expectProblems } from '../steps/problems'

test('An administrator sets the days of follow-up, and the team’s next recall is counted by them', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const admin = await stage.employ({ organisations: { ZT102: 'admin' } })
  const person = await stage.patient(clinician)
  const { pathwayId } = await stage.followUp.onPathway(clinician, person.id)
  const page = await at(admin, { javaScriptEnabled: false })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })

  await test.step('given days that cannot be, each is said at its field, and what was typed stays', async () => {
    await page.goto(`/admin/teams/${clinician.teamId}`)
    await expect(page.getByRole('heading', { name: 'Follow-up after treatment' })).toBeVisible()
    await field('Seen after being called back').fill('0')
    await field('Review of a result').fill('two')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectProblems(page, [
      'Review of a result must be a whole number of working days from 1 to 30',
      'Seen after being called back must be a whole number of days from 1 to 60',
    ])
    await expect(field('Review of a result')).toHaveValue('two')
  })

  await test.step('when they are put right, they are saved, with who did it', async () => {
    await field('Seen after being called back').fill('10')
    await field('Review of a result').fill('1')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectDone(page, 'Saved')
    await expect(field('Seen after being called back')).toHaveValue('10')
    await expect(page.getByRole('main')).toContainText(`by ${admin.givenName} ${admin.familyName}`)
  })

  await test.step('then somebody called back is to be seen within them', async () => {
    const ward = await at(clinician)
    await ward.goto(`/patients/${person.id}/follow-up/pathways/${pathwayId}/recalled`)
    await expect(ward.getByRole('main')).toContainText('within 10 days, as the team has set itself')
    await ward.getByRole('textbox', { name: 'Why?' }).fill('A new lump')
    await ward.getByRole('button', { name: 'Call back to clinic' }).click()
    await expectDone(ward, 'The call back to clinic has been recorded')
  })
})
