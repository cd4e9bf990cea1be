import { expect, type Page } from '@playwright/test'
import { expectErrors } from '../../support/error-summary'

/** The page says what is wrong with its form; with JavaScript by the whole pattern, the focus included. */
export async function expectFaults(
  page: Page,
  messages: readonly string[],
  { javaScriptEnabled }: { javaScriptEnabled: boolean },
): Promise<void> {
  if (javaScriptEnabled) return expectErrors(page, messages)
  const summary = page.locator('.nhsuk-error-summary')
  for (const message of messages) await expect(summary).toContainText(message)
}
