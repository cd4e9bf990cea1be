import { readdirSync } from 'node:fs'
import path from 'node:path'
import { bootFaults } from '@/lib/platform/boot-checks'
import { projectRoot } from '@/lib/operations/project-root'
import { crashPostgres } from './postgres-rounds'
import { quietPool } from './crash-server'
import type { CrashPlan, CrashReport } from './report'

/**
 * The same rounds on a database that answers before it has written: rows must be found missing, else the rounds prove
 * nothing. The service must refuse to start on such a database, too.
 *
 * @returns the report, and what the service's own check said
 */
export async function crashCarelessPostgres(
  plan: CrashPlan,
): Promise<CrashReport & { refusals: readonly string[] }> {
  const refusals: string[] = []
  const report = await crashPostgres({
    ...plan,
    sabotage: async (superuser, urls) => {
      await superuser.query('alter role app set synchronous_commit = off')
      const app = quietPool(urls.app)
      refusals.push(...(await bootFaults(app, migrationNames())))
      await app.end()
    },
  })
  return { ...report, refusals }
}

function migrationNames(): string[] {
  const entries = readdirSync(path.join(projectRoot, 'prisma/migrations'), { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}
