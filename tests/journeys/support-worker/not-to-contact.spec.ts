import type { Page } from '@playwright/test'
import { expect, test } from '../../support/journey'
import { begin, expectDone } from '../steps/lists'

async function block(page: Page, what: string, why: string): Promise<void> {
  await page
    .getByRole('group', { name: 'What is not to be used?' })
    .getByRole('radio', { name: what })
    .check()
  await page.getByRole('group', { name: 'Why?' }).getByRole('radio', { name: why }).check()
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expectDone(page, 'It has been recorded')
}

test('Somebody who opted out of letters gets none until they want them again', async ({ stage, at }) => {
  const worker = await stage.employInNewTeam('ZT102-COLORECTAL', 'support_worker')
  const person = await stage.patient(worker)
  await stage.livesAt(person, '1 High Street')
  await stage.letterWritten(worker, person)
  const page = await at(worker, { javaScriptEnabled: false })

  await test.step('given a wrong number and no wish for letters, both are recorded', async () => {
    await page.goto(`/patients/${person.id}/messages/blocks`)
    await expect(page.getByText('Nothing stands against letters')).toBeVisible()
    await block(page, 'Text messages', 'The address or number is wrong')
    await block(page, 'Letters', 'The person does not want it')
    await expect(page.getByText('Letters: the person does not want it', { exact: true })).toBeVisible()
  })

  await test.step('when the letter that waits would be posted, it is stopped', async () => {
    await page.goto('/letters')
    await expect(page.getByText('The person does not want to be contacted in this way')).toBeVisible()
    await page.getByRole('link', { name: 'Choose all on this page' }).click()
    await page.getByRole('button', { name: 'Mark the chosen letters as posted' }).click()
    await page.getByRole('button', { name: 'Record that they are not posted' }).click()
    await expect(page.getByText('No letter waits to be posted')).toBeVisible()
  })

  await test.step('then somebody has to find another way, and says how', async () => {
    await begin(page, person, 'Find another way: a message did not arrive')
    await page.getByRole('radio', { name: 'The person was told in another way' }).check()
    await page.getByRole('textbox', { name: 'How were they told' }).fill('Told her in clinic')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectDone(page, 'Saved')
  })

  await test.step('and once she wants letters again, the next one waits to be posted', async () => {
    await page.goto(`/patients/${person.id}/messages/blocks`)
    await page.getByRole('button', { name: /^End this ?: Letters/ }).click()
    await expectDone(page, 'The block has been ended')
    await stage.letterWritten(worker, person)
    await page.goto('/letters')
    await expect(page.getByRole('row')).toHaveCount(2)
    await expect(page.getByText('does not want to be contacted')).toHaveCount(0)
  })
})
