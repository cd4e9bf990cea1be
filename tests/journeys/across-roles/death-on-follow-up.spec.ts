import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { rowsAbout } from '../steps/lists'

test('A death recorded on follow-up stops what is asked for, at once and for everybody', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const worker = await stage.employBeside(clinician, { role: 'support_worker' })
  const person = await stage.patient(clinician)
  await stage.onFollowUp(clinician, person, { monthsAgo: 6 })
  const [page, ward] = [await at(clinician, { javaScriptEnabled: false }), await at(worker)]

  await test.step('given two tests on the worklist of the team, beside an assessment to offer', async () => {
    await ward.goto('/worklist')
    await expect(rowsAbout(ward, person).filter({ hasText: 'Ask for a follow-up test' })).toHaveCount(2)
  })

  await test.step('when a clinician records the death', async () => {
    await page.goto(`/patients/${person.id}`)
    await page.getByRole('link', { name: 'Record a death' }).click()
    await fillDate(page, 'Date of death', stage.today())
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Record death' }).click()
  })

  await test.step('then the worklist and the lists of follow-up are without the person', async () => {
    await ward.goto('/worklist')
    await expect(rowsAbout(ward, person)).toHaveCount(0)
    await ward.goto('/follow-up')
    await expect(rowsAbout(ward, person)).toHaveCount(0)
    await ward.goto('/follow-up/ledger')
    await expect(ward.getByRole('main')).toContainText('0 people')
  })

  await test.step('and the record says that follow-up ended with them', async () => {
    await ward.goto(`/patients/${person.id}`)
    await expect(ward.getByRole('listitem').filter({ hasText: 'Ended on' })).toHaveCount(1)
    await expect(ward.getByRole('listitem').filter({ hasText: /^Next:/ })).toHaveCount(0)
  })
})
