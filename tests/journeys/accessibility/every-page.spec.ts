import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expectErrors } from '../../support/error-summary'
import { test as journey, expect, keepAsSeen, openBrowserOf } from '../../support/journey'
import type { Worker } from '../../support/stage'
import { assemble, type Cast } from './cast'
import { PAGES } from './pages'
import type { AccessiblePage } from './pages/accessible-page'

/** WCAG 2.2 A and AA, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

type Desk = (worker: Worker | null) => Promise<Page>

const test = journey.extend<{ desk: Desk }, { cast: Cast; desks: Desk }>({
  cast: [
    async ({ stage }, use) => {
      await use(await assemble(stage))
    },
    { scope: 'worker' },
  ],
  // A person goes from page to page in one window: opening a window costs more than reading a page in it.
  desks: [
    async ({ browser }, provide) => {
      const opened = new Map<string, Promise<Page>>()
      await provide((worker) => {
        const key = worker?.sessionId ?? ''
        const page = opened.get(key) ?? openBrowserOf(browser, worker)
        opened.set(key, page)
        return page
      })
      for (const page of opened.values()) await (await page).context().close()
    },
    { scope: 'worker' },
  ],
  desk: async ({ desks }, provide, test) => {
    const pages: Page[] = []
    await provide(async (worker) => {
      const page = await desks(worker)
      pages.push(page)
      return page
    })
    if (test.status === test.expectedStatus) return
    for (const [place, page] of pages.entries()) await keepAsSeen(page, place, test)
  },
})

// A barrier is told of by the element that has it; recording every page as well would take a fifth longer.
test.use({ trace: 'off' })

for (const place of PAGES) {
  const name = place.showing ? `${place.route}, showing ${place.showing},` : place.route
  test(`${name} can be used by everybody`, async ({ cast, desk }) => {
    const page = await desk(place.by(cast))
    await page.setViewportSize(DESKTOP)
    await open(page, place, cast)
    await expectNoBarrier(page)
    await expectOneHeading(page)
    await page.setViewportSize(PHONE)
    await expectNoSidewaysScroll(page)
    if (place.mistake) {
      await place.mistake(page)
      await expectErrors(page)
      await expectNoSidewaysScroll(page)
    }
    await expectNoBarrier(page)
  })
}

async function open(page: Page, { by, cookie, address }: AccessiblePage, cast: Cast): Promise<void> {
  if (!by(cast)) await page.context().clearCookies()
  const [name, value] = cookie?.(cast) ?? []
  if (name && value) await page.context().addCookies([{ name, value, url: process.env.JOURNEYS_ORIGIN }])
  const wanted = address(cast)
  const response = await page.goto(wanted)
  expect(response?.status()).toBe(200)
  expect(new URL(page.url()).pathname, 'no other page was shown instead').toBe(wanted.split('?')[0])
}

/** In one pass: the other mode, for pages with frames, opens a second window for its report, and there are no frames. */
async function expectNoBarrier(page: Page): Promise<void> {
  expect(page.frames()).toHaveLength(1)
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found).toEqual([])
}

async function expectOneHeading(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page).toHaveTitle(/.+ – Alongside$/)
}

/** Names what stands out on the right, where anything does. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overhanging = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    )
    return wide.map((element) => element.outerHTML.slice(0, 80))
  })
  expect(overhanging, 'the page is no wider than the screen').toEqual([])
}
