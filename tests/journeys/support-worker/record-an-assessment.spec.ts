import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { checkAndFile, pickConcern, runningList, tellHowItWasDone } from '../steps/assessment-form'
import { expectToDo, expectDone } from '../steps/lists'

test('An assessment is recorded with the person, in the person’s own order', async ({ stage, at }) => {
  const worker = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker')
  const person = await stage.patient(worker)
  await stage.offered(worker, person)
  const page = await at(worker)

  await test.step('given an offer that was accepted, half an answer cannot be filed, and what was typed is kept', async () => {
    await page.goto(`/patients/${person.id}/needs-assessments/record`)
    await pickConcern(page, { label: 'Fatigue', score: 8, words: 'Worn out <b>by lunch</b> 😴' })
    await page.getByRole('button', { name: 'Continue to check answers' }).click()
    await expectErrors(page, ['Select how the assessment was done'])
    await expect(page.getByRole('textbox', { name: 'Score, 0 to 10 for Fatigue' })).toHaveValue('8')
  })

  await test.step('when the rest is answered and the order is changed with the keys', async () => {
    await tellHowItWasDone(page)
    await pickConcern(page, { label: 'Money and benefits', score: 6 })
    await pickConcern(page, { label: 'Sleep' })
    const list = runningList(page)
    for (const label of ['Fatigue', 'Sleep', 'Money and benefits'])
      await list.getByRole('button', { name: `Put in order ${label}` }).press('Enter')
    const up = list.getByRole('button', { name: 'Up Money and benefits' })
    await up.press('ArrowUp')
    await expect(up).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await list.getByRole('button', { name: 'Leave out Sleep' }).press('Enter')
    await expect(list.getByRole('listitem')).toContainText(['Money and benefits', 'Fatigue', 'Sleep'])
    await expect(list.getByRole('button', { name: 'Put in order Sleep' })).toBeVisible()
    await checkAndFile(page)
  })

  await test.step('then it is on the record as it was told, and the plan is on the worklist', async () => {
    await expect(page.getByText('Worn out <b>by lunch</b> 😴')).toBeVisible()
    await page.goto(`/patients/${person.id}/needs-assessments`)
    await expect(page.getByRole('row', { name: '3 concerns, top: money and benefits 6' })).toBeVisible()
    await expectToDo(page, person, ['Discuss concerns and agree the care plan'])
  })
})

test('An assessment is recorded without JavaScript', async ({ stage, at }) => {
  const worker = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker')
  const person = await stage.patient(worker)
  await stage.offered(worker, person)
  const page = await at(worker, { javaScriptEnabled: false })

  await test.step('given half an answer, the page says what is missing and keeps what was typed', async () => {
    await page.goto(`/patients/${person.id}/needs-assessments/record`)
    await pickConcern(page, { label: 'Fatigue', score: 11, words: 'Worn out by lunch', place: 1 })
    await page.getByRole('button', { name: 'Continue to check answers' }).click()
    await expect(page.getByRole('alert')).toContainText('There is a problem')
    await expect(page.getByRole('link', { name: /must be a whole number from 0 to 10/ })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'In their own words about Fatigue' })).toHaveValue(
      'Worn out by lunch',
    )
  })

  await test.step('when it is put right, it can be filed', async () => {
    await pickConcern(page, { label: 'Fatigue', score: 8, place: 2 })
    await pickConcern(page, { label: 'Sleep', place: 1 })
    await tellHowItWasDone(page)
    await checkAndFile(page)
  })

  await test.step('then it is on the record', async () => {
    await page.goto(`/patients/${person.id}/needs-assessments`)
    await expect(page.getByRole('row', { name: '2 concerns, top: sleep' })).toBeVisible()
  })
})

test('An assessment is begun on one device and finished on another', async ({ stage, at }) => {
  const worker = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker')
  const person = await stage.patient(worker)
  const tablet = await at(worker)
  const desk = await at(worker)

  await tablet.goto(`/patients/${person.id}/needs-assessments/record`)
  await tellHowItWasDone(tablet)
  await pickConcern(tablet, { label: 'Pain', score: 5 })
  await tablet.getByRole('button', { name: 'Put in order Pain' }).click()
  await expect(tablet.getByRole('status').filter({ hasText: /^Saved \d\d:\d\d/ })).toBeVisible({
    timeout: 20_000,
  })

  // What the tablet says that it saved may be what came before the concern: it is saved again a little later.
  await expect(async () => {
    await desk.goto(`/patients/${person.id}/needs-assessments`)
    await desk.getByRole('button', { name: 'Continue' }).click()
    await expect(desk.getByRole('checkbox', { name: 'Pain', exact: true })).toBeChecked({ timeout: 3_000 })
  }).toPass({ timeout: 20_000 })
  await expect(desk.getByRole('textbox', { name: 'Score, 0 to 10 for Pain' })).toHaveValue('5')
  await checkAndFile(desk)
})

test('Two people record the same assessment, and neither overwrites the other', async ({ stage, at }) => {
  const first = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker', {
    givenName: 'Ines',
    familyName: 'Marlow',
  })
  const second = await stage.employBeside(first)
  const person = await stage.patient(first)
  const [hers, theirs] = [
    await at(first, { javaScriptEnabled: false }),
    await at(second, { javaScriptEnabled: false }),
  ]
  for (const page of [hers, theirs]) await page.goto(`/patients/${person.id}/needs-assessments/record`)

  await pickConcern(hers, { label: 'Sleep', score: 7 })
  await hers.getByRole('button', { name: 'Save and come back later' }).click()
  await expectDone(hers, 'Saved as a draft')
  await pickConcern(theirs, { label: 'Sleep', score: 3 })
  await theirs.getByRole('button', { name: 'Save and come back later' }).click()

  await expect(theirs.getByRole('alert')).toContainText('Ines Marlow changed this')
  await expect(theirs.getByRole('alert')).toContainText(/7.*3/)
  await expect(theirs.getByRole('textbox', { name: 'Score, 0 to 10 for Sleep' })).toHaveValue('3')
  await hers.goto(`/patients/${person.id}/needs-assessments/record`)
  await expect(hers.getByRole('textbox', { name: 'Score, 0 to 10 for Sleep' })).toHaveValue('7')
})

test('The next assessment starts from the last, and the record shows the scores over time', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker')
  const person = await stage.patient(worker)
  await stage.assessments.completedAssessment(worker, person.id, worker.teamId, {
    completedOn: stage.addDays(stage.today(), -60),
  })
  const page = await at(worker)
  await page.goto(`/patients/${person.id}/needs-assessments/record`)
  await tellHowItWasDone(page)

  const fatigue = page.getByRole('group', { name: 'Fatigue', exact: true })
  await expect(fatigue).toContainText('Last time: 8 out of 10')
  await fatigue.getByRole('radio', { name: 'Changed' }).check()
  await page.getByRole('textbox', { name: 'Score, 0 to 10 for Fatigue' }).fill('4')
  await page
    .getByRole('group', { name: 'Money and benefits' })
    .getByRole('radio', { name: 'No longer a concern' })
    .check()
  await page
    .getByRole('group', { name: 'Sleep', exact: true })
    .getByRole('radio', { name: 'The same' })
    .check()
  await pickConcern(page, { label: 'Pain', score: 3 })
  await page.getByRole('button', { name: 'Put in order Fatigue' }).click()
  await checkAndFile(page)

  await page.goto(`/patients/${person.id}`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Fatigue' })).toContainText(/8.*4/)
})

test('“No concerns” completes an assessment, and needs no plan', async ({ stage, at }) => {
  const worker = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker')
  const person = await stage.patient(worker)
  await stage.offered(worker, person)
  const page = await at(worker)
  await page.goto(`/patients/${person.id}/needs-assessments/record`)
  await tellHowItWasDone(page)
  await page.getByRole('checkbox', { name: 'No concerns' }).check()
  await checkAndFile(page)
  await expect(page.getByText('No care plan is needed').first()).toBeVisible()
  await expectToDo(page, person, [])
})
