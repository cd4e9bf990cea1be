import { expect, type Locator, type Page } from '@playwright/test'
import type { Shown } from '../../support/stage'

/** The rows about a person, in whatever list the page has. */
export function rowsAbout(page: Page, person: Pick<Shown, 'nhsNumberShown'>): Locator {
  return page.getByRole('row').filter({ hasText: person.nhsNumberShown })
}

/** What the worklist asks to do for a person, most overdue first. */
export async function actsFor(page: Page, person: Pick<Shown, 'nhsNumberShown'>): Promise<string[]> {
  const links = rowsAbout(page, person).getByRole('cell').first().getByRole('link')
  return links.allTextContents()
}

/** Begins a task from the worklist. */
export async function begin(page: Page, person: Pick<Shown, 'nhsNumberShown'>, act: string): Promise<void> {
  await page.goto('/worklist')
  await rowsAbout(page, person).getByRole('link', { name: act }).click()
}

/** The page says that something was done. */
export async function expectDone(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
}
