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

/** A slow typist's second for a key, and a slow computer's five for a page. */
const SECONDS_A_KEY = 1
const SECONDS_A_PAGE = 5
/** Of an hour in which 120 results are confirmed. */
const SECONDS_A_RESULT = 30

test('A page of results is confirmed by keyboard alone in far less than half a minute each', async ({
  stage,
  at,
}) => {
  const RESULTS = 12
  const worker = await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker')
  const clinician = await stage.employ({ teams: { [worker.memberships[0]?.teamCode ?? '']: 'clinician' } })
  for (let number = 0; number < RESULTS; number++) {
    const person = await stage.patient(clinician)
    await stage.followedUp(clinician, person)
    await stage.results.filedResult(clinician, person.id)
  }
  const page = await at(worker)
  let keys = 0
  let pages = 0
  page.on('load', () => pages++)
  const press = async (key: string) => {
    keys++
    await page.keyboard.press(key)
  }
  const isOn = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  /** By the link that skips to the content, then from one thing to the next. */
  const tabTo = async (selector: string) => {
    await press('Tab')
    await press('Enter')
    while (!(await isOn(selector))) await press('Tab')
  }

  await test.step('given a page of results, each takes the space bar and an arrow', async () => {
    await page.goto('/results')
    await expect(page.getByRole('heading', { name: `In range: ${RESULTS}` })).toBeVisible()
    await tabTo('input[type="checkbox"]')
    for (let number = 0; number < RESULTS; number++) {
      await press('Space')
      if (number < RESULTS - 1) await press('ArrowDown')
    }
    await press('Enter')
  })

  await test.step('when every person is named, one key confirms them all', async () => {
    await expect(page.getByRole('heading', { name: `Confirm ${RESULTS} results as in range` })).toBeVisible()
    await tabTo('main button')
    await press('Enter')
  })

  await test.step('then none is left, and even typed slowly there was time to look at each', async () => {
    await expectDone(page, `${RESULTS} results confirmed as in range`)
    await expect(page.getByText('No review waits for your teams.')).toBeVisible()
    const seconds = (keys * SECONDS_A_KEY + Math.max(pages, 3) * SECONDS_A_PAGE) / RESULTS
    expect(keys / RESULTS).toBeLessThan(5)
    expect(seconds).toBeLessThan(SECONDS_A_RESULT / 3)
  })
})
