import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expect, test } from '../../support/journey'
import type { Stage, Worker } from '../../support/stage'
import { fillDate } from '../steps/dates'
import { begin, expectDone } from '../steps/lists'

const WRONG_DATE = '1931-01-02'

/** Somebody registered with a practice where nobody has an account, and whose signed summary asks it something. */
async function summaryWithoutReader(stage: Stage, by: Worker) {
  const practice = 'Z90007'
  const person = await stage.patient(by)
  await stage.register(by, person, practice)
  const { summary } = await stage.summaries.signedSummary(by, person.id)
  await stage.asked(by, person, practice, { summaryId: summary.id })
  const place = { patientId: person.id, summaryId: summary.id }
  return { person, place, links: routes.treatmentSummaryLinks(person.id, summary.id) }
}

/** The hospital team makes a link. @returns its address, as shown */
async function makeLink(page: Page, links: string): Promise<string> {
  await page.goto(links)
  await page.getByRole('radio', { name: 'By secure email' }).check()
  await page.getByRole('button', { name: /^Make a (new )?link$/ }).click()
  await expectDone(page, 'The link has been made')
  return page.locator('code').innerText()
}

async function open(page: Page, address: string, bornOn: string): Promise<void> {
  await page.goto(address)
  await fillDate(page, 'The person’s date of birth', bornOn)
  await page.getByRole('button', { name: 'Open the document' }).click()
}

/** What a form says is wrong with it; Next has a live region of the same role. */
const problem = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('A practice without accounts reads a summary by a link and answers it', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const { person, links } = await summaryWithoutReader(stage, clinician)
  const atHospital = await at(clinician)
  const atPractice = await at(null, { javaScriptEnabled: false })
  const address = await makeLink(atHospital, links)

  await test.step('the link names nobody, and takes a wrong date amiss', async () => {
    await atPractice.goto(address)
    await expect(heading(atPractice)).toHaveText('A document about one of your patients')
    await expect(atPractice.getByText(person.familyName)).toHaveCount(0)
    await open(atPractice, address, WRONG_DATE)
    await expect(problem(atPractice)).toContainText('4 tries are left')
  })

  await test.step('the right one opens the summary, and the secret is gone from the address', async () => {
    await open(atPractice, address, person.bornOn)
    await expect(atPractice).toHaveURL(/\/link\/document$/)
    await expect(heading(atPractice)).toContainText(person.familyName.toUpperCase())
    await expect(atPractice.getByText('In detail')).toBeVisible()
    await atPractice.getByRole('button', { name: 'Mark as read' }).click()
    await expectDone(atPractice, 'marked as read')
  })

  await test.step('the practice says that it cannot, and why', async () => {
    await atPractice.getByRole('link', { name: 'Arrange a bone density scan' }).click()
    await atPractice.getByRole('radio', { name: 'No, we cannot do this' }).check()
    await atPractice.getByRole('button', { name: 'Send answer' }).click()
    await expect(problem(atPractice)).toContainText('Enter why your practice cannot do it')
    await atPractice.getByRole('textbox', { name: 'Why not?' }).fill('No scanner here')
    await atPractice.getByRole('button', { name: 'Send answer' }).click()
    await expectDone(atPractice, 'answer has been sent')
    await expect(atPractice.getByText('finds another way. Nothing more is needed')).toBeVisible()
    await expect(atPractice.getByRole('button', { name: 'Send answer' })).toHaveCount(0)
  })

  await test.step('the hospital team sees it, and that it came by a link', async () => {
    await begin(atHospital, person, 'Find another way: the practice cannot do what the summary asks')
    await expect(atHospital.getByText('No scanner here')).toBeVisible()
    await expect(atHospital.getByText('recorded by Northfield Surgery, by a link')).toBeVisible()
    await atHospital.goto(links)
    const row = atHospital.getByRole('row').filter({ hasText: 'Northfield Surgery' })
    for (const words of ['Wrong date of birth', 'Marked as read', 'Answered'])
      await expect(row).toContainText(words)
  })

  await test.step('closed, the document cannot be gone back to', async () => {
    await atPractice.getByRole('button', { name: 'Close the document' }).click()
    await expect(heading(atPractice)).toHaveText('The document is closed')
    await atPractice.goto('/link/document')
    await expect(heading(atPractice)).toHaveText('The document is closed')
  })
})

test('A link that is revoked, replaced, dead or past its day opens nothing', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const { person, place, links } = await summaryWithoutReader(stage, clinician)
  const [atHospital, atPractice] = [await at(clinician), await at(null)]
  const cannotBeUsed = () => expect(heading(atPractice)).toHaveText('This link cannot be used')

  await test.step('replaced by a newer one', async () => {
    const first = await makeLink(atHospital, links)
    await makeLink(atHospital, links)
    await atPractice.goto(first)
    await cannotBeUsed()
  })

  await test.step('revoked, while it is open: what was typed is still there, and nothing was sent', async () => {
    const address = await makeLink(atHospital, links)
    await open(atPractice, address, person.bornOn)
    await expect(heading(atPractice)).toContainText(person.familyName.toUpperCase())
    await atPractice.getByRole('link', { name: 'Arrange a bone density scan' }).click()
    await atPractice.getByRole('radio', { name: 'Yes, we will do this' }).check()
    await atHospital.getByRole('link', { name: 'Revoke' }).first().click()
    await atHospital.getByRole('textbox', { name: 'Why is it revoked?' }).fill('Sent to the wrong address')
    await atHospital.getByRole('button', { name: 'Revoke the link' }).click()
    await expectDone(atHospital, 'The link has been revoked')
    await expect(atHospital.getByText(/Sent to the wrong address/)).toBeVisible()
    await atPractice.getByRole('button', { name: 'Send answer' }).click()
    await expect(problem(atPractice)).toContainText('nothing was sent')
    await expect(atPractice.getByRole('radio', { name: 'Yes, we will do this' })).toBeChecked()
    await atPractice.goto(address)
    await cannotBeUsed()
  })

  await test.step('dead after five wrong dates', async () => {
    const address = await makeLink(atHospital, links)
    for (const left of ['4 tries are left', '3 tries are left', '2 tries are left', '1 try is left']) {
      await open(atPractice, address, WRONG_DATE)
      await expect(problem(atPractice)).toContainText(left)
    }
    await open(atPractice, address, WRONG_DATE)
    await cannotBeUsed()
  })

  await test.step('past its day', async () => {
    const { secret } = await stage.linkIssued(clinician, place, 15)
    await atPractice.goto(routes.documentLink(secret))
    await cannotBeUsed()
    await atHospital.goto(links)
    await expect(atHospital.getByText('Has run out')).toBeVisible()
  })
})
