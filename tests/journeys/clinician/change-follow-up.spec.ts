import type { Page } from '@playwright/test'
import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { expectDone, rowsAbout } from '../steps/lists'
import { expectProblems } from '../steps/problems'

/** Opens a step of the pathway from the follow-up of the person. */
async function open(page: Page, patientId: string, step: string): Promise<void> {
  await page.goto(`/patients/${patientId}/follow-up`)
  await page.getByRole('link', { name: step, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(step)
}

async function give(page: Page, step: string, why: string, question = 'Why?'): Promise<void> {
  await page.getByRole('textbox', { name: question }).fill(why)
  await page.getByRole('button', { name: step }).click()
}

test('A consultant suspends follow-up, starts it again, calls the person back, hands on and ends it, without JavaScript', async ({
  stage,
  at,
}) => {
  const consultant = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const others = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(consultant)
  await stage.register(consultant, person, 'Z90008')
  await stage.onFollowUp(consultant, person, { monthsAgo: 6 })
  await stage.referred(consultant, person, others.teamId)
  const page = await at(consultant, { javaScriptEnabled: false })

  await test.step('given a test due, suspending asks until when, and the test is asked for no more', async () => {
    await open(page, person.id, 'Suspend follow-up')
    await give(page, 'Suspend follow-up', 'Scan before anything else')
    await expectProblems(page, ['Enter when to decide whether follow-up goes on'])
    await fillDate(page, 'When is it decided whether follow-up goes on?', stage.addDays(stage.today(), 21))
    await page.getByRole('button', { name: 'Suspend follow-up' }).click()
    await expectDone(page, 'Follow-up has been suspended')
    await page.goto('/worklist')
    const suspended = rowsAbout(page, person).filter({ hasText: 'Decide whether follow-up goes on' })
    await expect(suspended).toContainText('Scan before anything else')
    await expect(rowsAbout(page, person).filter({ hasText: 'follow-up test' })).toHaveCount(0)
  })

  await test.step('when it is started again, the test is due on the day it always had', async () => {
    await open(page, person.id, 'Start follow-up again')
    await give(page, 'Start follow-up again', 'Scan clear')
    await expectDone(page, 'Follow-up has been started again')
    await expect(page.getByRole('row').filter({ hasText: 'Due' }).filter({ hasText: 'today' })).toHaveCount(1)
  })

  await test.step('and somebody called back waits to be seen until that is recorded', async () => {
    await open(page, person.id, 'Call back to clinic')
    await give(page, 'Call back to clinic', 'New pain in the back')
    await expectDone(page, 'The call back to clinic has been recorded')
    await page.goto('/worklist')
    await expect(rowsAbout(page, person).filter({ hasText: 'New pain in the back' })).toHaveCount(1)
    await open(page, person.id, 'Record that the person was seen')
    await give(page, 'Record that the person was seen', 'Nothing found', 'What came of it?')
    await expectDone(page, 'It has been recorded that the person was seen')
  })

  await test.step('and handed on, everything that is open is the other team’s', async () => {
    await open(page, person.id, 'Transfer to another team')
    await page.getByRole('group', { name: 'Which team takes over?' }).getByRole('radio').first().check()
    await give(page, 'Transfer to another team', 'Goes on in the other clinic')
    await expectDone(page, 'Follow-up has been transferred')
    await page.goto('/worklist')
    await expect(rowsAbout(page, person).filter({ hasText: 'follow-up test' })).toHaveCount(0)
  })

  await test.step('then the other team ends it with a letter that the practice can read', async () => {
    const theirs = await at(others, { javaScriptEnabled: false })
    await theirs.goto('/worklist')
    await expect(rowsAbout(theirs, person).filter({ hasText: 'follow-up test' })).toHaveCount(2)
    await open(theirs, person.id, 'End follow-up')
    await theirs.getByRole('radio', { name: 'Discharged to the practice' }).check()
    await give(theirs, 'End follow-up', 'Well after two years', 'Why?')
    await expectProblems(theirs, ['Enter what the practice is told'])
    await theirs.getByRole('textbox', { name: /^Letter to/ }).fill('PSA once a year, please.')
    await theirs.getByRole('button', { name: 'End follow-up' }).click()
    await expectDone(theirs, 'Follow-up has ended')
    const practice = await at(await stage.employ({ teams: { Z90008: 'gp' } }))
    await practice.goto(`/patients/${person.id}`)
    await practice
      .getByRole('link', { name: /^Urology/ })
      .last()
      .click()
    await practice.getByText('Letter to the practice').click()
    await expect(practice.getByText('PSA once a year, please.')).toBeVisible()
    await expect(practice.getByRole('link', { name: 'End follow-up' })).toHaveCount(0)
  })
})
