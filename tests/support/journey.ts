import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test'
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
    async ({ browserName }, use, worker) => {
      const stage = await openStage(worker.workerIndex)
      await use(stage)
      await stage.close()
    },
    { scope: 'worker' },
  ],
  at: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = []
    await use(async (worker, options = {}) => {
      const context = await browser.newContext({ baseURL: origin(), ...options })
      contexts.push(context)
      if (worker) await context.addCookies([cookieOf(worker)])
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

function cookieOf({ cookie }: Worker) {
  const [name = '', ...value] = cookie.split('=')
  return { name, value: value.join('='), url: origin() }
}

export { expect }
