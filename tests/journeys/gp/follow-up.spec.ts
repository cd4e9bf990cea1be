import { expect, test } from '../../support/journey'

test('A practice sees how its patient is followed up and when, and neither results nor how tests stand', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const gp = await stage.employ({ teams: { Z90008: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90008')
  await stage.onFollowUp(clinician, person, { monthsAgo: 9 })
  const page = await at(gp)

  await test.step('given the record, the way and the next day are on it', async () => {
    await page.goto(`/patients/${person.id}`)
    await expect(page.getByRole('heading', { name: 'Follow-up' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('supported self-management')
    await expect(page.getByRole('listitem').filter({ hasText: /^Next: PSA/ })).toHaveCount(1)
  })

  await test.step('then the page has the days to come, and nothing to do or to change', async () => {
    await page.getByRole('link', { name: 'Follow-up', exact: true }).click()
    const main = page.getByRole('main')
    await expect(main).toContainText('Tests that the hospital team sees to')
    await expect(main).toContainText('Also to come: PSA')
    await expect(main.getByRole('cell', { name: 'Planned' })).not.toHaveCount(0)
    for (const step of ['End follow-up', 'Suspend follow-up', 'Call back to clinic'])
      await expect(main.getByRole('link', { name: step })).toHaveCount(0)
    await page.goto('/follow-up')
    await expect(page.getByRole('heading', { name: 'People on follow-up' })).toHaveCount(0)
  })
})
