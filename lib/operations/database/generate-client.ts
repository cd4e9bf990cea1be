import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { hashOfFiles, isStamped, stamp } from '../content-stamp'
import { OperatorError } from '../operator-error'
import { projectRoot } from '../project-root'

const clientFolder = path.join(projectRoot, 'lib/platform/prisma-client')
const stampFile = path.join(clientFolder, '.generated-from')

/**
 * Generates the Prisma client if the schema or Prisma's version changed since the last time.
 *
 * @returns whether it was generated now
 * @throws OperatorError with what Prisma said
 */
export function generateClient(): boolean {
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('prisma/package.json')),
    'build/index.js',
  )
  const config = path.join(projectRoot, 'prisma/prisma.config.ts')
  const sources = [config, path.join(projectRoot, 'prisma/schema'), path.resolve(cli, '../../package.json')]
  const hash = hashOfFiles(sources)
  if (isStamped(stampFile, hash)) return false
  const result = spawnSync(process.execPath, [cli, 'generate', '--config', config, '--no-hints'], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: generatorEnvironment(),
  })
  if (result.status !== 0) {
    throw new OperatorError(
      `Prisma could not generate its client: ${result.stderr.trim() || result.stdout.trim()}`,
    )
  }
  stamp(stampFile, hash)
  return true
}

/** Generation needs no engine, but the command looks for one and would download it: any program satisfies it. */
function generatorEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
}
