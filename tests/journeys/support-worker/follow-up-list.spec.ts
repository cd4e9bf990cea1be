import { expect, test } from '../../support/journey'
import type { Person } from '../../support/stage'
import { rowsAbout } from '../steps/lists'

test('A support worker finds who is overdue and who is suspended, by keyboard, and that nobody is lost', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker')
  const clinician = await stage.employBeside(worker, { role: 'clinician' })
  const [inTime, late, paused] = [
    await stage.patient(clinician),
    await stage.patient(clinician),
    await stage.patient(clinician),
  ]
  await stage.onFollowUp(clinician, inTime, { monthsAgo: 9 })
  await stage.onFollowUp(clinician, late, { monthsAgo: 9, decidedMonthsAgo: 8 })
  const { pathwayId } = await stage.onFollowUp(clinician, paused, { monthsAgo: 9 })
  await stage.suspended(clinician, { patientId: paused.id, pathwayId })
  const page = await at(worker)
  const shown = async (...people: Person[]) => {
    await expect(page.getByRole('row')).toHaveCount(people.length + 1)
    for (const person of people) await expect(rowsAbout(page, person)).toHaveCount(1)
  }
  const press = async (link: string) => {
    await page.getByRole('link', { name: link, exact: true }).focus()
    await page.keyboard.press('Enter')
  }

  await test.step('given three people, the list has them with what is next', async () => {
    await page.goto('/worklist')
    await press('Follow-up')
    await expect(page.getByRole('heading', { name: 'People on follow-up' })).toBeVisible()
    await shown(inTime, late, paused)
    await expect(rowsAbout(page, late)).toContainText('Overdue')
    await expect(rowsAbout(page, inTime)).toContainText(/PSA, .+, in \d+ days/)
    await expect(rowsAbout(page, paused)).toContainText('Suspended since')
  })

  await test.step('when filtered, each filter shows its own', async () => {
    await press('A test is overdue')
    await expect(page.getByText('1 pathway', { exact: true })).toBeVisible()
    await shown(late)
    await press('Suspended')
    await expect(rowsAbout(page, paused)).toBeVisible()
    await shown(paused)
  })

  await test.step('then the ledger says that nobody is lost', async () => {
    await press('Is anybody lost?')
    await expect(page.getByRole('main')).toContainText('3 people, 3 with an open obligation, 0 without')
    await expect(page.getByRole('main')).toContainText('Nobody is lost, and nothing is owed twice.')
  })
})
