import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { expectToDo } from '../steps/lists'

test('A diagnosis and the end of a treatment each make an assessment due', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  const page = await at(clinician)

  await test.step('given a diagnosis that could not have been made', async () => {
    await page.goto(`/patients/${person.id}/diagnoses/new`)
    await page.getByRole('textbox', { name: 'ICD-10 code' }).fill('Z99')
    await page.getByRole('radio', { name: 'Not applicable' }).check()
    await fillDate(page, 'Date of diagnosis', stage.addDays(stage.today(), 1))
    await page.getByRole('button', { name: 'Record diagnosis' }).click()
    await expectErrors(page, [
      'ICD-10 code must be one of a cancer',
      'Date of diagnosis must be today or in the past',
    ])
  })

  await test.step('when it is put right, an offer falls due', async () => {
    await page.getByRole('textbox', { name: 'ICD-10 code' }).fill('c187')
    await fillDate(page, 'Date of diagnosis', stage.addDays(stage.today(), -40))
    await page.getByRole('button', { name: 'Record diagnosis' }).click()
    await expect(page.getByRole('main')).toContainText('C18.7')
    await expectToDo(page, person, ['Offer a holistic needs assessment'])
  })

  await test.step('and a treatment stands on the pathway, drawn and as a table', async () => {
    await page.goto(`/patients/${person.id}/treatments/new`)
    await page.getByLabel('Treatment', { exact: true }).selectOption('Surgery')
    await fillDate(page, 'When did it start?', stage.addDays(stage.today(), -20))
    await fillDate(page, 'When did it end?', stage.addDays(stage.today(), -20))
    await page.getByRole('button', { name: 'Record treatment' }).click()
    await expect(page).not.toHaveURL(/new/)
    await page.goto(`/patients/${person.id}`)
    await expect(page.getByRole('img', { name: /^Pathway so far/ })).toBeVisible()
    await page.getByText('These dates as a table').click()
    await expect(page.getByRole('row', { name: /Surgery/ })).toBeVisible()
  })
})

test('A death closes everything that is open, and says so on the record', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.carePlans.agreedCarePlan(clinician, person.id, clinician.teamId)
  const page = await at(clinician)

  await page.goto(`/patients/${person.id}/death`)
  await fillDate(page, 'Date of death', stage.addDays(stage.today(), -2))
  await page.getByRole('button', { name: 'Record death' }).click()
  await expectErrors(page, ['Confirm that this is the person who has died'])
  await page.getByRole('checkbox', { name: /is the person who has died$/ }).check()
  await page.getByRole('button', { name: 'Record death' }).click()
  await expectErrors(page, ['The record says what happened after that day'])
  await page.getByRole('checkbox', { name: 'The date of death is right' }).check()
  await page.getByRole('button', { name: 'Record death' }).click()

  await expect(page.getByRole('region', { name: 'Patient' })).toContainText('Died')
  await expectToDo(page, person, [])

  await page.goto(`/patients/${person.id}/care-plan/review`)
  await expect(page.getByRole('heading', { name: 'The plan stays as it was' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save review' })).toHaveCount(0)
})

test('An offer recorded in error is marked so, and asked again', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.diagnosed(clinician, person, 20)
  await stage.offered(clinician, person)
  const page = await at(clinician)
  await page.goto(`/patients/${person.id}/needs-assessments`)
  await page.getByRole('link', { name: /recorded in error/i }).click()
  await page.getByRole('textbox').fill('Another person of the same name')
  await page.getByRole('button', { name: /recorded in error/i }).click()
  await expect(page.getByRole('main')).toContainText('Another person of the same name')
  await expectToDo(page, person, ['Offer a holistic needs assessment'])
})
