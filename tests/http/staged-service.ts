import { Pool } from 'pg'
import { startScratchServer } from '@/lib/operations/database/scratch-server'
import { loadReferenceData } from '@/lib/operations/load-reference-data'
import { pointApplicationAt } from '@/tests/crash/application-settings'
import { assemble, type Cast } from '@/tests/journeys/accessibility/cast'
import { createScratchDatabase } from '@/tests/support/scratch-database'
import { openStage, type Stage } from '@/tests/support/stage'
import { startWebServer } from '@/tests/support/web-server'

/** The built service, with somebody in every role and something behind every page. */
export type StagedService = {
  readonly origin: string
  readonly stage: Stage
  readonly cast: Cast
  readonly superuser: Pool
  stop(): Promise<void>
}

/** Starts it on a database server of its own; the build must be there. */
export async function startStagedService(): Promise<StagedService> {
  const server = await startScratchServer()
  const { urls, superuserUrl } = await createScratchDatabase(server)
  await loadReferenceData({ ownerUrl: urls.owner })
  pointApplicationAt(urls)
  process.env.JOURNEYS_OWNER_URL = urls.owner
  const web = await startWebServer(urls)
  const superuser = new Pool({ connectionString: superuserUrl, max: 2 })
  const stage = await openStage(0)
  const stop = async () => {
    await Promise.all([stage.close(), superuser.end(), web.stop()])
    await server.stop()
  }
  return { origin: web.origin, stage, cast: await assemble(stage), superuser, stop }
}
