import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { begin, expectDone, rowsAbout } from '../steps/lists'
import { expectProblems } from '../steps/problems'

test('A specialist nurse decides on follow-up, says why one thing was left undone, and the schedule follows', async ({
  stage,
  at,
}) => {
  const nurse = await stage.employInNewTeam('ZT101-BREAST', 'clinician')
  const person = await stage.patient(nurse)
  await stage.summaries.signedSummary(nurse, person.id, treatedIn(stage))
  const page = await at(nurse, { javaScriptEnabled: false })
  const check = page.getByRole('button', { name: 'Check the decision' })

  await test.step('given a signed summary, the worklist asks for the decision and says of what', async () => {
    await page.goto('/worklist')
    await expect(rowsAbout(page, person)).toContainText(['Decide how the person is followed up'])
    await expect(rowsAbout(page, person).filter({ hasText: 'Breast cancer' })).toHaveCount(1)
    await begin(page, person, 'Decide how the person is followed up')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Decide on follow-up')
  })

  await test.step('when something is neither done nor said why not, the form names it', async () => {
    for (const done of [
      'End-of-treatment consultation held',
      'Needs assessment and care plan offered',
      'Treatment summary sent to the person and the practice',
      'Information given on the signs of the cancer coming back',
      'The person chose this way of follow-up',
    ])
      await page.getByRole('checkbox', { name: done }).check()
    await page.getByRole('checkbox', { name: 'High stage or high risk of the cancer coming back' }).check()
    await page.getByRole('textbox', { name: 'What does the person want?' }).fill('To be left in peace')
    await page
      .getByRole('group', { name: /look after themselves/ })
      .getByRole('radio', { name: 'Yes' })
      .check()
    await page
      .getByRole('group', { name: /use the internet/ })
      .getByRole('radio', { name: 'No' })
      .check()
    await page.getByRole('radio', { name: 'Supported self-management' }).check()
    await expect(page.getByRole('main')).toContainText('On the record: Diagnosed ')
    await fillDate(page, 'From which day are tests counted?', stage.addDays(stage.today(), -180))
    await page.getByRole('textbox', { name: 'Reasons for the decision' }).fill('Well, and knows the signs')
    await check.click()
    await expectProblems(page, [
      'Say that it was done, or why you go on without it: Helpline and the way back explained',
      'Enter why the choice stands although this holds: High stage or high risk of the cancer coming back',
    ])
  })

  await test.step('and with both reasons it is recorded, and the first mammogram planned', async () => {
    await page
      .getByRole('textbox', { name: 'If something of this is not done: why go on without it?' })
      .fill('The helpline is explained by telephone next week')
    await page
      .getByRole('textbox', { name: 'If something above speaks against this choice: why does it stand?' })
      .fill('She asked for it twice, and comes when something is wrong')
    await check.click()
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await expectDone(page, `Saved for ${person.banner}: Decide how the person is followed up`)
    await page.goto(`/patients/${person.id}/follow-up`)
    await expect(page.getByRole('main')).toContainText('Supported self-management')
    await expect(page.getByRole('main')).toContainText('Letters and calls: no internet')
    await expect(page.getByRole('link', { name: /^Mammogram/ })).toBeVisible()
  })

  await test.step('then the record says so, and the worklist asks for the test and no more for a decision', async () => {
    await page.goto(`/patients/${person.id}`)
    await expect(page.getByRole('main')).toContainText('supported self-management')
    await expect(page.getByRole('listitem').filter({ hasText: /^Next: Mammogram/ })).toHaveCount(1)
    await page.goto('/worklist')
    await expect(rowsAbout(page, person).filter({ hasText: 'Decide how' })).toHaveCount(0)
    await expect(rowsAbout(page, person).filter({ hasText: 'Ask for a follow-up test' })).toHaveCount(1)
  })
})

/** Diagnosed half a year ago, so that the first test is to come. */
function treatedIn({
  addDays,
  today,
}: {
  addDays: (day: string, days: number) => string
  today: () => string
}) {
  const day = (daysAgo: number) => addDays(today(), -daysAgo)
  return { diagnosedOn: day(180), startedOn: day(150), endedOn: day(150) }
}
