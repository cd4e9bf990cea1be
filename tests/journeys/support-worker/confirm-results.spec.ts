import { expect, test } from '../../support/journey'
import type { Person } from '../../support/stage'
import { expectDone } from '../steps/lists'

test('A support worker confirms results in range by keyboard alone, each person named before', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker')
  const clinician = await stage.employ({ teams: { [worker.memberships[0]?.teamCode ?? '']: 'clinician' } })
  const people: Person[] = []
  for (const value of ['<0.01', '0.04', '0.05']) {
    const person = await stage.patient(clinician)
    await stage.followedUp(clinician, person)
    await stage.results.filedResult(clinician, person.id, { value })
    people.push(person)
  }
  const page = await at(worker)

  await test.step('given three results in range, the arrows and the space bar tick the first and the third', async () => {
    await page.goto('/results')
    await expect(page.getByRole('heading', { name: 'In range: 3' })).toBeVisible()
    const boxes = page.getByRole('checkbox')
    await boxes.first().focus()
    for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key)
    await expect(boxes.nth(0)).toBeChecked()
    await expect(boxes.nth(1)).not.toBeChecked()
    await expect(boxes.nth(2)).toBeChecked()
    await page.keyboard.press('Enter')
  })

  await test.step('when the next page names both people, it is confirmed with one key', async () => {
    await expect(page.getByRole('heading', { name: 'Confirm 2 results as in range' })).toBeVisible()
    const table = page.getByRole('table')
    for (const person of [people[0], people[2]])
      await expect(table).toContainText(person?.nhsNumberShown ?? '')
    await expect(table).not.toContainText(people[1]?.nhsNumberShown ?? '')
    await page.getByRole('button', { name: 'Confirm as in range' }).focus()
    await page.keyboard.press('Enter')
  })

  await test.step('then one is left, and telling the two is owed', async () => {
    await expectDone(page, '2 results confirmed as in range')
    await expect(page.getByRole('heading', { name: 'In range: 1' })).toBeVisible()
    await page.goto('/worklist')
    await expect(page.getByRole('link', { name: 'Tell the person a result and the next date' })).toHaveCount(
      2,
    )
  })
})
