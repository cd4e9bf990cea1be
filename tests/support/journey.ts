import { writeFile } from 'node:fs/promises'
import {
  test as base,
  expect,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type TestInfo,
} from '@playwright/test'
import { openStage, type Stage, type Worker } from './stage'

/** Opens pages as a member of staff, in a browser of their own that holds their session. */
export type At = (worker: Worker | null, options?: BrowserContextOptions) => Promise<Page>

type Fixtures = { at: At }
type WorkerFixtures = { stage: Stage }

function origin(): string {
  return process.env.JOURNEYS_ORIGIN ?? ''
}

/** A journey: `stage` arranges what it starts from, `at` gives a page for each person in it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  stage: [
    async ({ browserName: _browserName }, provide, worker) => {
      const stage = await openStage(worker.workerIndex)
      await provide(stage)
      await stage.close()
    },
    { scope: 'worker' },
  ],
  at: async ({ browser }, provide, test) => {
    const pages: Page[] = []
    await provide(async (worker, options = {}) => {
      const page = await openBrowserOf(browser, worker, options)
      pages.push(page)
      return page
    })
    for (const [place, page] of pages.entries()) {
      if (test.status !== test.expectedStatus) await keepAsSeen(page, place, test)
      await page.context().close()
    }
  },
})

/** A page in a browser of its own that holds somebody's session; nobody's without one. */
export async function openBrowserOf(
  browser: Browser,
  worker: Worker | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin(), ...options })
  if (worker) await context.addCookies([cookieOf(worker)])
  return context.newPage()
}

/** What each person had before them when a journey failed. */
export async function keepAsSeen(page: Page, place: number, test: TestInfo): Promise<void> {
  const path = test.outputPath(`as-seen-${place + 1}.txt`)
  await writeFile(path, `${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`)
  await test.attach('as seen', { path, contentType: 'text/plain' })
}

function cookieOf({ cookie }: Worker) {
  const [name = '', ...value] = cookie.split('=')
  return { name, value: value.join('='), url: origin() }
}

export { expect }
