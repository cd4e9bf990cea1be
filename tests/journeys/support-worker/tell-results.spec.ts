import { expect, test } from '../../support/journey'
import type { Person, Stage, Worker } from '../../support/stage'
import { expectDone, rowsAbout } from '../steps/lists'

/** People at an address whose PSA was confirmed as in range. */
async function toTell(stage: Stage, clinician: Worker, count: number): Promise<Person[]> {
  const people: Person[] = []
  for (let number = 0; number < count; number++) {
    const person = await stage.patient(clinician)
    await stage.livesAt(person, `${number + 1} High Street`)
    await stage.followedUp(clinician, person)
    await stage.confirmedInRange(clinician, person)
    people.push(person)
  }
  return people
}

test('A support worker tells results in range by keyboard alone, each person named before, and the letters wait', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker')
  const clinician = await stage.employ({ teams: { [worker.memberships[0]?.teamCode ?? '']: 'clinician' } })
  const people = await toTell(stage, clinician, 3)
  const unreached = await stage.patient(clinician)
  await stage.followedUp(clinician, unreached)
  await stage.livesAt(unreached, '9 High Street')
  await stage.letterStopped(clinician, unreached)
  await stage.confirmedInRange(clinician, unreached)
  const page = await at(worker)

  await test.step('given three people to tell by letter, and one by a person, two are ticked', async () => {
    await page.goto('/results')
    await page.getByRole('link', { name: 'To tell' }).click()
    await expect(page.getByRole('heading', { name: 'In range, told together by letter: 3' })).toBeVisible()
    await expect(rowsAbout(page, unreached)).toContainText('No letter would arrive: ')
    const boxes = page.getByRole('checkbox')
    await expect(boxes).toHaveCount(3)
    await boxes.first().focus()
    for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key)
    await expect(boxes.nth(1)).not.toBeChecked()
    await page.keyboard.press('Enter')
  })

  await test.step('when the next page names both, how and with which date, they are told with one key', async () => {
    await expect(page.getByRole('heading', { name: 'Tell 2 people by letter' })).toBeVisible()
    for (const person of [people[0], people[2]]) {
      const row = rowsAbout(page, person!)
      await expect(row).toContainText('Letter, with a notice that it comes')
      await expect(row).toContainText(/PSA, \d+ \w+ \d{4}/)
    }
    await expect(rowsAbout(page, people[1]!)).toHaveCount(0)
    await page.getByRole('button', { name: 'Record as told' }).focus()
    await page.keyboard.press('Enter')
  })

  await test.step('then one is left, and the letters are a line of the worklist', async () => {
    await expectDone(page, '2 people told')
    await expect(page.getByRole('heading', { name: 'In range, told together by letter: 1' })).toBeVisible()
    await page.goto('/worklist')
    await expect(rowsAbout(page, people[0]!).filter({ hasText: 'letter' })).toHaveCount(0)
    await page.getByRole('link', { name: '2 letters to post' }).click()
    await expect(rowsAbout(page, people[0]!)).toHaveCount(1)
    await expect(rowsAbout(page, people[2]!)).toHaveCount(1)
  })
})

test('Without JavaScript, who was told meanwhile is left out with the reason, and the others are told', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const [first, second] = await toTell(stage, clinician, 2)
  const page = await at(clinician, { javaScriptEnabled: false })
  await page.goto('/results/tell')
  await page.getByRole('link', { name: 'Choose all on this page' }).click()
  await page.getByRole('button', { name: 'Go on with those ticked' }).click()
  await expect(page.getByRole('heading', { name: 'Tell 2 people by letter' })).toBeVisible()

  await test.step('given that a colleague tells one of them in the meantime', async () => {
    const other = await at(clinician)
    await other.goto('/results/tell')
    await rowsAbout(other, first!).getByRole('link').click()
    await other.getByLabel('How was the person told?').selectOption('Telephone')
    await other.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(rowsAbout(other, first!)).toHaveCount(0)
  })

  await test.step('when both are posted, one is told and the other named with why not', async () => {
    await page.getByRole('button', { name: 'Record as told' }).click()
    await expectDone(page, '1 person told')
    await expect(page.getByRole('heading', { name: '1 person not told' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: first!.nhsNumberShown })).toContainText(
      'The person has been told already',
    )
    await expect(rowsAbout(page, second!)).toHaveCount(0)
  })
})
