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

test('A stage is found out later, and what was there before stays to be read', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  const diagnosisId = await stage.diagnosed(clinician, person, 60, { icd10Code: 'C18.7', laterality: '8' })
  const page = await at(clinician)

  await test.step('given a stage that there is not for the bowel', async () => {
    await page.goto(`/patients/${person.id}/diagnoses/${diagnosisId}/change`)
    await page.getByText('Basis, grade and stage in codes').click()
    await page
      .getByLabel('Grade', { exact: true })
      .selectOption({ label: 'Grade group 1 (Gleason 3+3 or less)' })
    await page.getByRole('textbox', { name: 'T', exact: true }).fill('pT3')
    await page.getByRole('textbox', { name: 'N', exact: true }).fill('pN3')
    await page.getByRole('textbox', { name: 'Stage group' }).fill('stage iiib')
    await page.getByRole('button', { name: 'Save diagnosis' }).click()
    await expectErrors(page, ['TNM 8 has no N3 for C18.7', 'Grade of C18.7 must be one of'])
  })

  await test.step('when it is put right, the record says it, and the page what was before', async () => {
    await page.getByLabel('Grade', { exact: true }).selectOption({ label: 'G2: moderately differentiated' })
    await page.getByRole('textbox', { name: 'N', exact: true }).fill('pN1a')
    await page.getByRole('button', { name: 'Save diagnosis' }).click()
    await expect(page.getByRole('main')).toContainText('Diagnosis saved')
    await expect(page.getByRole('main')).toContainText('stage IIIB, pT3 pN1a')
    await page.goto(`/patients/${person.id}/diagnoses/${diagnosisId}`)
    await page.getByText(/^Version 1, until/).click()
    await expect(page.getByRole('row', { name: /^Stage group/ })).toContainText('nothing')
  })

  await test.step('and a recurrence, known to the month, stands on the pathway', async () => {
    await page.goto(`/patients/${person.id}/diagnoses/new`)
    await page.getByRole('radio', { name: /^Recurrence/ }).check()
    await page.getByLabel('Of which diagnosis?').selectOption({ index: 1 })
    await page.getByRole('textbox', { name: 'ICD-10 code' }).fill('C18.7')
    await page.getByRole('radio', { name: 'Not applicable' }).check()
    const [year, month] = stage.today().split('-')
    const date = page.getByRole('group', { name: 'Date of diagnosis' })
    await date.getByLabel('Month').fill(month ?? '')
    await date.getByLabel('Year').fill(year ?? '')
    await page.getByRole('button', { name: 'Record diagnosis' }).click()
    await page.getByText('These dates as a table').click()
    await expect(page.getByRole('row', { name: /Recurrence/ })).toContainText(year ?? '')
  })
})

test('A phase of treatment ends once its treatments have', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.diagnosed(clinician, person, 60)
  const page = await at(clinician)

  await page.goto(`/patients/${person.id}/treatment-phases/new`)
  await page.getByRole('textbox', { name: 'What is it called?' }).fill('First treatment')
  await fillDate(page, 'When did it start?', stage.addDays(stage.today(), -30))
  await page.getByRole('button', { name: 'Begin phase' }).click()
  await expect(page.getByRole('main')).toContainText('Phase of treatment begun')

  await page.goto(`/patients/${person.id}/treatments/new`)
  await page.getByLabel('Treatment', { exact: true }).selectOption('Surgery')
  await page.getByLabel('In which phase of treatment?').selectOption({ index: 1 })
  await fillDate(page, 'When did it start?', stage.addDays(stage.today(), -20))
  await page.getByRole('button', { name: 'Record treatment' }).click()

  await page.getByRole('link', { name: /C50.4/ }).click()
  await page.getByRole('link', { name: /^First treatment/ }).click()
  await fillDate(page, 'When did the phase end?', stage.addDays(stage.today(), -10))
  await page.getByRole('button', { name: 'End phase' }).click()
  await expectErrors(page, ['A treatment of this phase goes on'])
  await page.evaluate(() => (document.title = 'A title that arrives after the faults'))
  await expect(page).toHaveTitle('Error: A title that arrives after the faults')

  await page
    .getByRole('main')
    .getByRole('link', { name: /^Surgery/ })
    .last()
    .click()
  await fillDate(page, 'When did it end?', stage.addDays(stage.today(), -20))
  await page.getByLabel('How did it end?').selectOption('Completed as planned')
  await page.getByRole('button', { name: 'Save treatment' }).click()
  await page.getByRole('link', { name: /C50.4/ }).click()
  await page.getByRole('link', { name: /^First treatment/ }).click()
  await fillDate(page, 'When did the phase end?', stage.addDays(stage.today(), -10))
  await page.getByRole('button', { name: 'End phase' }).click()
  await expect(page.getByRole('main')).toContainText('End of the phase of treatment saved')
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
