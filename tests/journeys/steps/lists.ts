import { expect, type Locator, type Page } from '@playwright/test'
import type { Shown } from '../../support/stage'

/** The rows about a person, in whatever list the page has. */
export function rowsAbout(page: Page, person: Pick<Shown, 'nhsNumberShown'>): Locator {
  return page.getByRole('row').filter({ hasText: person.nhsNumberShown })
}

/** The worklist asks to do this for a person, most overdue first, and nothing else. */
export async function expectToDo(
  page: Page,
  person: Pick<Shown, 'nhsNumberShown'>,
  acts: readonly string[],
): Promise<void> {
  await page.goto('/worklist')
  await expect(page.getByRole('heading', { name: 'Worklist', level: 1 })).toBeVisible()
  await expect(rowsAbout(page, person).locator('td:nth-of-type(1)').getByRole('link')).toHaveText(acts)
}

/** Begins a task from the worklist: of several of a kind, the one due first. */
export async function begin(page: Page, person: Pick<Shown, 'nhsNumberShown'>, act: string): Promise<void> {
  await page.goto('/worklist')
  await rowsAbout(page, person).getByRole('link', { name: act }).first().click()
}

/** The page says that something was done. */
export async function expectDone(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
}
