import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { expectDone, rowsAbout } from '../steps/lists'

test('The worklist of a busy team is read page by page, and filtered in the address', async ({
  stage,
  at,
}) => {
  const page = await at(await stage.demoAccount('samir'))

  await test.step('given the team’s list, the counts are those of its rows', async () => {
    await page.goto('/worklist')
    const counts = await page
      .getByRole('link', { name: /^\d+ (overdue|due in the next 7 days|later)$/ })
      .allTextContents()
    const total = counts.reduce((sum, words) => sum + Number.parseInt(words, 10), 0)
    await expect(page.getByText(`Showing 1 to 25 of ${total}`)).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(26)
  })

  await test.step('when the next page is turned, the list goes on', async () => {
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(page).toHaveURL(/page=2/)
    await expect(page.getByText(/^Showing 26 to 50/)).toBeVisible()
  })

  await test.step('and when it is filtered, the address holds the filter and each can be taken off', async () => {
    await page.goto('/worklist')
    await page.getByLabel('What to do').selectOption('Agree a care plan')
    await page.getByLabel('Due').selectOption('Overdue')
    await page.getByRole('button', { name: 'Filter' }).click()
    await expect(page).toHaveURL(/kind=agree_care_plan/)
    await expect(page.getByRole('row').nth(1)).toContainText('Discuss concerns')
    await expect(page.getByRole('row').nth(1)).toContainText('Overdue')
    await page.getByRole('link', { name: 'Remove filter Overdue' }).click()
    await expect(page).not.toHaveURL(/due=/)
  })
})

test('A task is handed on, postponed and closed, each with its reason, and back to the same list', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker')
  const colleague = await stage.employBeside(worker, { givenName: 'Noor', familyName: 'Aldous' })
  const person = await stage.patient(worker)
  await stage.offered(worker, person)
  const page = await at(worker)
  const list = '/worklist?kind=record_assessment'

  await test.step('given a task of one’s own, it is handed to a colleague', async () => {
    await page.goto(list)
    await rowsAbout(page, person).getByRole('link', { name: 'Change owner or date' }).click()
    await page.getByLabel('Who should do it?').selectOption(`${colleague.givenName} ${colleague.familyName}`)
    await page.getByRole('button', { name: 'Save owner' }).click()
    await expectDone(page, 'The task has been handed on')
    await expect(page).toHaveURL(/kind=record_assessment/)
    await expect(rowsAbout(page, person)).toContainText('Noor Aldous')
  })

  await test.step('it is postponed with a reason, and not into the past', async () => {
    await rowsAbout(page, person).getByRole('link', { name: 'Change owner or date' }).click()
    await page.getByRole('link', { name: 'Postpone' }).click()
    await fillDate(page, 'New date', stage.addDays(stage.today(), -1))
    await page.getByRole('textbox', { name: 'Why can it wait?' }).fill('Away until next month')
    await page.getByRole('button', { name: 'Postpone' }).click()
    await expectErrors(page, ['New date must be in the future'])
    await expect(page.getByRole('textbox', { name: 'Why can it wait?' })).toHaveValue('Away until next month')
    await fillDate(page, 'New date', stage.addDays(stage.today(), 40))
    await page.getByRole('button', { name: 'Postpone' }).click()
    await expectDone(page, /The task has been postponed to \d/)
    await expect(rowsAbout(page, person)).toContainText('in 40 days')
  })

  await test.step('and whoever changes it next reads what happened to it', async () => {
    await rowsAbout(page, person).getByRole('link', { name: 'Change owner or date' }).click()
    const moved = page.getByRole('row').filter({ hasText: 'Away until next month' })
    await expect(moved).toContainText('Moved from')
    await expect(page.getByRole('row').filter({ hasText: 'Handed on' })).toContainText('to Noor Aldous')
    await page.getByRole('link', { name: 'Back to the list' }).click()
  })

  await test.step('it is closed with a reason, and is gone', async () => {
    await rowsAbout(page, person).getByRole('link', { name: 'Change owner or date' }).click()
    await page.getByRole('link', { name: 'Close without doing' }).click()
    await page
      .getByRole('textbox', { name: 'Why does it no longer need doing?' })
      .fill('Done at another hospital')
    await page.getByRole('button', { name: 'Close task' }).click()
    await expectDone(page, 'The task has been closed')
    await expect(rowsAbout(page, person)).toHaveCount(0)
  })

  await test.step('and the record says who closed it and why', async () => {
    await page.goto(`/patients/${person.id}`)
    await page.getByRole('link', { name: 'What was done, handed on, moved or closed' }).click()
    await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible()
    const closed = page.getByRole('row').filter({ hasText: 'Done at another hospital' })
    await expect(closed).toContainText('Record the holistic needs assessment')
    await expect(closed).toContainText('Closed without doing')
  })
})
