import { expect, type Page } from '@playwright/test'

/**
 * Holds the page to the whole pattern for errors (NHS design system): the summary has the focus, the title says so, and
 * each fault stands at its field too, where its link takes the focus. Needs JavaScript.
 *
 * @param messages what must be among the faults; without it, whatever is there
 */
export async function expectErrors(page: Page, messages: readonly string[] = []): Promise<void> {
  const summary = page.locator('.nhsuk-error-summary')
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
  await expect(page).toHaveTitle(/^Error: /)
  for (const message of messages) await expect(summary).toContainText(message)
  for (const link of await summary.getByRole('link').all()) {
    const words = (await link.textContent()) ?? ''
    await link.click()
    await expect(page.locator(':focus'), `“${words}” leads to its field`).toHaveAttribute('name', /./)
    await expect(page.locator('.nhsuk-error-message', { hasText: words }).first()).toBeVisible()
  }
}
