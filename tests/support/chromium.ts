import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium, type LaunchOptions } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * How to start a browser on this machine, without downloading one where there is one: CHROMIUM_PATH, else
 * Playwright's own if it was installed, else one on the PATH, else Chrome on a Mac, else the npm package for Linux,
 * else Debian's, which root may install.
 *
 * @throws Error with one plain line if there is none
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const found = await findBrowser()
  if (!found) {
    throw new Error(
      'No browser for the journeys: install Chromium (apt-get install chromium) or set CHROMIUM_PATH.',
    )
  }
  return { ...found, args: [...(found.args ?? []), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] }
}

async function findBrowser(): Promise<LaunchOptions | undefined> {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names no file: ${given}`)
    return { executablePath: given }
  }
  const executablePath = [chromium.executablePath(), ...onPath()].find((file) => existsSync(file))
  if (executablePath) return { executablePath }
  if (process.platform === 'darwin') return { channel: 'chrome' }
  return (await packagedBrowser()) ?? installFromDebian()
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

type PackagedChromium = { default: { args: string[]; executablePath(): Promise<string> } }

/** An optional package, for Linux on x64 only; it is not there on other machines. */
async function packagedBrowser(): Promise<LaunchOptions | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const name: string = '@sparticuz/chromium'
  try {
    const { default: packaged } = (await import(name)) as PackagedChromium
    return { executablePath: await packaged.executablePath(), args: packaged.args }
  } catch {
    return undefined
  }
}

function installFromDebian(): LaunchOptions | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const step of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', ['-qq', ...step], { env, stdio: 'ignore' })
  }
  const executablePath = onPath().find((file) => existsSync(file))
  return executablePath ? { executablePath } : undefined
}
