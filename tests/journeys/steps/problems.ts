import { expect, type Page } from '@playwright/test'

/** The page says these faults in its summary, and each again at its field. For pages without JavaScript, which moves no focus. */
export async function expectProblems(page: Page, messages: readonly string[]): Promise<void> {
  const summary = page.locator('.nhsuk-error-summary')
  await expect(summary.getByRole('link')).toHaveText([...messages])
  for (const message of messages)
    await expect(page.locator('.nhsuk-error-message', { hasText: message })).toHaveCount(1)
}
