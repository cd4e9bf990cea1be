import { expect, test } from '../../support/journey'
import { begin, expectDone, rowsAbout } from '../steps/lists'

test('Three letters are printed and posted in one go, but for one whose reader died in between', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZT102-COLORECTAL', 'support_worker')
  const people = [
    await stage.patient(worker),
    await stage.patient(worker),
    await stage.patient(worker),
  ] as const
  for (const person of people) {
    await stage.livesAt(person, '1 High Street')
    await stage.letterWritten(worker, person)
  }
  const [first, died, third] = people
  const page = await at(worker, { javaScriptEnabled: false })

  await test.step('given three letters that wait, all are chosen', async () => {
    await page.goto('/letters')
    await expect(page.getByRole('row')).toHaveCount(4)
    await page.getByRole('link', { name: 'Choose all on this page' }).click()
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3)
    await page.getByRole('button', { name: 'Mark the chosen letters as posted' }).click()
    await expect(page.getByRole('heading', { name: '3 letters to post' })).toBeVisible()
  })

  await test.step('when somebody has died before they are recorded as posted', async () => {
    await stage.died(worker, died)
    await page.getByRole('button', { name: 'Record as posted' }).click()
  })

  await test.step('then that one is to be taken out, and the others are recorded', async () => {
    await expectDone(page, '2 letters recorded as printed and posted')
    await expect(page.getByText('1 letter not to be posted')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: died.nhsNumberShown })).toContainText(
      'The person has died',
    )
    await expect(page.getByText('No letter waits to be posted')).toBeVisible()
    for (const person of [first, third]) {
      await page.goto(`/patients/${person.id}/messages`)
      await expect(page.getByRole('row').nth(1)).toContainText('Printed and posted')
    }
  })
})

test('A letter to a wrong address comes back as a task, and what was done instead is recorded', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZT102-COLORECTAL', 'support_worker')
  const person = await stage.patient(worker)
  await stage.livesAt(person, '1 High Street')
  await stage.letterStopped(worker, person)
  const page = await at(worker)

  await begin(page, person, 'Find another way: a message did not arrive')
  await expect(page.getByText('Stopped: the address is known to be wrong').first()).toBeVisible()
  await page.getByRole('radio', { name: 'The person was told in another way' }).check()
  await page.getByRole('textbox', { name: 'How were they told' }).fill('Rang her')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectDone(page, 'Saved')
  await expect(rowsAbout(page, person).filter({ hasText: 'a message did not arrive' })).toHaveCount(0)
})
