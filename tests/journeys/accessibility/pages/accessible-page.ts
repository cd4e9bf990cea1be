import type { Page } from '@playwright/test'
import type { Worker } from '../../../support/stage'
import type { Cast } from '../cast'

/** A page, how to open it, and how to get its form wrong. */
export type AccessiblePage = {
  /** As Next writes it; tests/architecture compares these with the pages that there are. */
  route: string
  /** Where a route shows several things, which one. */
  showing?: string
  by: (cast: Cast) => Worker | null
  address: (cast: Cast) => string
  /** Name and value of a cookie besides the session's. */
  cookie?: (cast: Cast) => readonly [string, string]
  /** Brings the main form into error. */
  mistake?: (page: Page) => Promise<void>
}

export const nobody = () => null
export const clinician = (cast: Cast) => cast.clinician
export const gp = (cast: Cast) => cast.gp
export const admin = (cast: Cast) => cast.admin

/** Presses the button of a form in which something needed was left out. */
export function pressing(button: string, ...emptied: string[]) {
  return async (page: Page) => {
    for (const label of emptied)
      await page.getByRole('textbox', { name: label, exact: true }).first().fill('')
    await page.getByRole('button', { name: button, exact: true }).click()
  }
}
