import type { Page } from '@playwright/test'
import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import type { Shown } from '../../support/stage'
import { fillDate } from '../steps/dates'

const TEAM = { teams: { 'ZC201-THERAPIES': 'support_worker' } } as const

async function register(page: Page, person: Shown): Promise<void> {
  await page.getByRole('textbox', { name: 'NHS number' }).fill(person.nhsNumberShown)
  await page.getByRole('textbox', { name: 'First names' }).fill(person.givenName)
  await page.getByRole('textbox', { name: 'Last name' }).fill(person.familyName)
  await fillDate(page, 'Date of birth', person.bornOn)
  await page.getByRole('radio', { name: 'Female', exact: true }).check()
}

test('Somebody is registered by hand, and found again in each way', async ({ stage, at }) => {
  const person = stage.asShown(stage.invented({ givenName: 'Zoë', familyName: 'O’Neill-Çelik' }))
  const page = await at(await stage.employ(TEAM))

  await test.step('given faults, each is said at its field, and what was typed is kept', async () => {
    await page.goto('/patients/register')
    await register(page, person)
    await page.getByRole('textbox', { name: 'NHS number' }).fill('999 000 0011')
    await page.getByRole('textbox', { name: 'Postcode' }).fill('nowhere')
    await page.getByRole('button', { name: 'Register patient' }).click()
    await expectErrors(page, ['NHS number has a mistake in it'])
    await expect(page.getByRole('textbox', { name: 'Last name' })).toHaveValue('O’Neill-Çelik')
    await expect(page.getByRole('textbox', { name: 'NHS number' })).toHaveValue('999 000 0011')
  })

  await test.step('when they are put right, the person is in care', async () => {
    await page.getByRole('textbox', { name: 'NHS number' }).fill(person.nhsNumberShown)
    await page.getByRole('textbox', { name: 'Postcode' }).fill('su1 1aa')
    await page.getByRole('button', { name: 'Register patient' }).click()
    await expect(page.getByRole('region', { name: 'Patient' })).toContainText(person.nhsNumberShown)
  })

  await test.step('then they are found by number, and by a part of the name with the date of birth', async () => {
    await page.goto('/patients')
    await page.getByRole('textbox', { name: 'NHS number' }).fill(person.nhsNumber)
    await found(page, person)
    await page.goto('/patients')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('oneill celik')
    await fillDate(page, 'Date of birth', person.bornOn)
    await found(page, person)
  })
})

async function found(page: Page, person: Shown): Promise<void> {
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('region', { name: 'Patient' }).or(page.getByRole('table'))).toContainText(
    person.nhsNumberShown,
  )
  const address = decodeURIComponent(page.url()).toLowerCase()
  expect(address).not.toContain(person.nhsNumber)
  expect(address).not.toContain('neill')
}

test('Nobody is found who is in the care of others', async ({ stage, at }) => {
  const theirs = await stage.patient(await stage.employ({ teams: { 'ZT102-UROLOGY': 'clinician' } }), {
    sex: '1',
  })
  const page = await at(await stage.employ(TEAM))
  await page.goto('/patients')
  await page.getByRole('textbox', { name: 'NHS number' }).fill(theirs.nhsNumber)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText(theirs.familyName)).toHaveCount(0)
  await expect(page.getByRole('link', { name: theirs.banner })).toHaveCount(0)
})

test('Two people change the same record, and neither overwrites the other', async ({ stage, at }) => {
  const first = await stage.employ({ ...TEAM, givenName: 'Ines', familyName: 'Marlow' })
  const person = await stage.patient(first)
  const [hers, theirs] = [await at(first), await at(await stage.employ(TEAM))]
  for (const page of [hers, theirs]) await page.goto(`/patients/${person.id}/edit`)

  await hers.getByRole('textbox', { name: 'Address line 1' }).fill('4 Rose Court')
  await hers.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(hers).not.toHaveURL(/edit/)
  await theirs.getByRole('textbox', { name: 'Address line 1' }).fill('9 Quay Street')
  await theirs.getByRole('button', { name: 'Save', exact: true }).click()

  const summary = theirs.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(summary).toContainText('Ines Marlow')
  await expect(summary).toContainText('4 Rose Court')
  await expect(summary).toContainText('9 Quay Street')
  await expect(theirs.getByRole('textbox', { name: 'Address line 1' })).toHaveValue('9 Quay Street')
  await hers.goto(`/patients/${person.id}/edit`)
  await expect(hers.getByRole('textbox', { name: 'Address line 1' })).toHaveValue('4 Rose Court')
})

test('What a person needs and what matters to them is told once, and shown wherever it helps', async ({
  stage,
  at,
}) => {
  const worker = await stage.employ(TEAM)
  const person = await stage.patient(worker)
  const page = await at(worker)

  await page.goto(`/patients/${person.id}/communication-needs`)
  await page.getByRole('radio', { name: 'Yes', exact: true }).check()
  await page.getByRole('textbox', { name: 'Preferred language' }).fill('Polish')
  await page.getByRole('checkbox', { name: 'Large print' }).check()
  await page.getByRole('button', { name: 'Save communication needs' }).click()
  await expect(page.getByRole('region', { name: 'Patient' })).toContainText('Polish')
  await expect(page.getByRole('region', { name: 'Patient' })).toContainText('Large print')

  const words = 'My dogs.\nAnd that nobody rings before nine – ΑΒΓ مرحبا 🐕'
  await page.goto(`/patients/${person.id}/about-me/tell`)
  await page.getByRole('textbox', { name: 'What is most important to me' }).fill(words)
  await page.getByRole('button', { name: 'Save About Me' }).click()
  await expect(page).not.toHaveURL(/tell/)
  for (const address of ['', '/about-me', '/needs-assessments/record']) {
    await page.goto(`/patients/${person.id}${address}`)
    const folded = page.getByText('About Me, told')
    if (await folded.isVisible()) await folded.click()
    await expect(page.getByText('My dogs.')).toBeVisible()
  }
})
