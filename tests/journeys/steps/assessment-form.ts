import { expect, type Locator, type Page } from '@playwright/test'

type Concern = { label: string; score?: number; words?: string; place?: number }

/** How it was done, filled in: in person, today, without an interpreter, at the initial diagnosis. */
export async function tellHowItWasDone(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'In person' }).check()
  await page.getByRole('radio', { name: 'The person themselves' }).check()
  await page.getByLabel('Was there an interpreter?').selectOption('No interpreter needed')
  await page.getByLabel('Point of the pathway').selectOption('Initial diagnosis')
}

/** Picks a concern, with what the person said of it. The place is typed where there is no list to put it in order with. */
export async function pickConcern(page: Page, { label, score, words, place }: Concern): Promise<void> {
  await page.getByRole('checkbox', { name: label, exact: true }).check()
  if (score !== undefined) await field(page, `Score, 0 to 10 for ${label}`).fill(String(score))
  if (words !== undefined) await field(page, `In their own words about ${label}`).fill(words)
  if (place !== undefined) await field(page, `Order to talk about ${label}`).fill(String(place))
}

function field(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true })
}

/** The list of what was picked, which is there with JavaScript alone. */
export function runningList(page: Page): Locator {
  return page.getByRole('region', { name: /^Picked so far/ })
}

/** From the whole form to the filed assessment, by the page that shows the answers. */
export async function checkAndFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue to check answers' }).click()
  await expect(page.getByRole('heading', { name: 'Check the assessment' })).toBeVisible()
  await page.getByRole('button', { name: 'File the assessment' }).click()
  await expect(page.getByRole('heading', { name: 'Assessment filed' })).toBeVisible()
}
