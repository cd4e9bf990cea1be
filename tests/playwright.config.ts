import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from './support/chromium'

// Workers arrange people and their situations through the commands, whose modules are for the server only.
process.env.NODE_OPTIONS = '--conditions=react-server'

const ENOUGH_FOR_ANY_PAGE_MS = 10_000

export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.spec.ts',
  outputDir: '.results/journeys',
  globalSetup: './support/start-journeys.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: ENOUGH_FOR_ANY_PAGE_MS },
  reporter: 'list',
  use: {
    launchOptions: await chromiumLaunchOptions(),
    actionTimeout: ENOUGH_FOR_ANY_PAGE_MS,
    navigationTimeout: 3 * ENOUGH_FOR_ANY_PAGE_MS,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
  },
})
