import { expect, test } from '../../support/journey'

test('Somebody else’s patient, an unknown one and a wrong address look the same', async ({ stage, at }) => {
  const theirs = await stage.employ({ teams: { 'ZT102-UROLOGY': 'clinician' } })
  const stranger = await stage.employ({ teams: { 'ZC201-THERAPIES': 'clinician' } })
  const person = await stage.patient(theirs, { sex: '1' })
  const plan = await stage.carePlans.agreedCarePlan(theirs, person.id, theirs.teamId)
  const [item] = plan.items
  const page = await at(stranger)
  const seen: string[] = []
  const unknown = '01900000-0000-7000-8000-000000000000'
  for (const address of [
    `/patients/${person.id}`,
    `/patients/${person.id}/care-plan`,
    `/patients/${person.id}/needs-assessments/${plan.assessment.id}`,
    `/patients/${person.id}/actions/${item?.actions[0]?.id}`,
    `/patients/${unknown}`,
    `/patients/${plan.id}`,
    '/patients/not-an-id',
    '/patients/1%27%20or%201=1',
  ]) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(404)
    seen.push(await page.getByRole('main').innerText())
    await expect(page.getByText(person.familyName)).toHaveCount(0)
  }
  expect(new Set(seen).size).toBe(1)
})

test('A practice sees what is shared with it, and nothing of the needs assessments', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employ({ teams: { 'ZT102-UROLOGY': 'clinician' } })
  const gp = await stage.employ({ teams: { Z90006: 'gp' } })
  const person = await stage.patient(clinician, { sex: '1' })
  await stage.register(clinician, person, 'Z90006')
  const { assessment } = await stage.carePlans.agreedCarePlan(clinician, person.id, clinician.teamId)
  const page = await at(gp)
  expect((await page.goto(`/patients/${person.id}`))?.status()).toBe(200)
  await expect(page.getByRole('link', { name: 'Holistic needs assessments' })).toHaveCount(0)
  for (const hidden of [
    'needs-assessments',
    `needs-assessments/${assessment.id}`,
    'care-plan',
    'death/..%2fcare-plan',
  ]) {
    const response = await page.goto(`/patients/${person.id}/${hidden}`)
    expect(response?.status(), hidden).toBe(404)
  }
})

test('Access ends with the care, at the next request', async ({ stage, at }) => {
  const clinician = await stage.employ({ teams: { 'ZT102-UROLOGY': 'clinician' } })
  const other = await stage.employ({ teams: { 'ZC201-THERAPIES': 'clinician' } })
  const person = await stage.patient(clinician, { sex: '1' })
  const page = await at(clinician)

  await test.step('given a person who is referred to the therapies team', async () => {
    await page.goto(`/patients/${person.id}/care-team`)
    await page.getByLabel('Team', { exact: true }).selectOption('Southmere Community Therapies team')
    await page.getByRole('button', { name: 'Refer' }).click()
    await expect(page.getByRole('rowheader', { name: 'Southmere Community Therapies team' })).toBeVisible()
    const theirs = await at(other)
    expect((await theirs.goto(`/patients/${person.id}`))?.status()).toBe(200)
  })

  await test.step('when the first team ends its care, it no longer finds the record', async () => {
    await page.getByRole('link', { name: /^End care with Westbourne/ }).click()
    await page.getByRole('textbox', { name: 'Why does the care end?' }).fill('Treatment goes on elsewhere')
    await page.getByRole('button', { name: 'End care' }).click()
    await expect(page).not.toHaveURL(/care-team/)
    expect((await page.goto(`/patients/${person.id}`))?.status()).toBe(404)
  })
})

test('An administrator and a programme lead open no record about a person', async ({ stage, at }) => {
  const clinician = await stage.employ({ teams: { 'ZT102-UROLOGY': 'clinician' } })
  const person = await stage.patient(clinician, { sex: '1' })
  for (const role of ['admin', 'programme_lead'] as const) {
    const page = await at(await stage.employ({ organisations: { ZT102: role } }))
    for (const address of [`/patients/${person.id}`, '/worklist', '/practice', '/patients'])
      expect((await page.goto(address))?.status(), `${role} at ${address}`).toBe(404)
  }
})
