import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { startChild, type Child } from './child-process'
import { hashOfFiles, isStamped, stamp } from './content-stamp'
import { bareEnvironment, type Environment } from './environment'
import { OperatorError } from './operator-error'
import { projectRoot } from './project-root'

const stampFile = path.join(projectRoot, '.next/.built-from')

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/reference',
  'prisma/schema',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]

const NOT_BUILT = ['lib/operations', 'lib/platform/prisma-client']

/** The path of Next's own command. */
export const nextCommand = createRequire(import.meta.url).resolve('next/dist/bin/next')

/**
 * Builds the pages, unless they were built from the very same sources.
 *
 * @param watch is given the build's process while it runs
 * @returns whether it was built now
 * @throws OperatorError after printing the end of what the build said
 */
export async function buildIfNeeded(logFile: string, watch: (build: Child) => void): Promise<boolean> {
  const hash = hashOfFiles(SOURCES.map(inProject), (file) => NOT_BUILT.map(inProject).includes(file))
  if (isStamped(stampFile, hash)) return false
  rmSync(stampFile, { force: true })
  const build = startChild({
    name: 'The build',
    args: [nextCommand, 'build'],
    env: buildEnvironment(),
    logFile,
  })
  watch(build)
  const code = await build.exited
  if (code === null || code > 128) throw new OperatorError('The build was interrupted.')
  if (code !== 0) {
    console.error(endOf(logFile))
    throw new OperatorError(`The pages could not be built. What the build said is in ${logFile}.`)
  }
  stamp(stampFile, hash)
  return true
}

function inProject(entry: string): string {
  return path.join(projectRoot, entry)
}

/** A build needs no database and no secret. */
function buildEnvironment(): Environment {
  return { ...bareEnvironment(), NODE_ENV: 'production', CI: '1' }
}

function endOf(logFile: string): string {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-12).join('\n')
}
