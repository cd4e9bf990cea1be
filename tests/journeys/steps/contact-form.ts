import type { Locator, Page } from '@playwright/test'

/** A red-flag question, with its answers and what a yes says. */
export function flag(page: Page, title: string): Locator {
  return page.getByRole('group', { name: title })
}

/** Answers every red-flag question with no, those that are folded away too. */
export async function answerNo(page: Page): Promise<void> {
  await page.getByText('Ask about more').click()
  for (const no of await page.getByRole('radio', { name: 'No', exact: true }).all()) await no.check()
}

/** Says who rang, that it is about a symptom, and why; and, where it is asked, that the team answers. */
export async function whoCalled(page: Page, who: string, words: string): Promise<void> {
  await page.getByRole('group', { name: 'Who got in touch?' }).getByRole('radio', { name: who }).check()
  await page.getByLabel('What is it about?').selectOption('New or worse symptom')
  await page.getByRole('textbox', { name: 'Why, in their words' }).fill(words)
  const team = page.getByRole('radio', { name: 'The team answers' })
  if ((await team.count()) > 0) await team.check()
}
