import type { TestProject } from 'vitest/node'
import { startScratchServer, type ScratchServer } from '@/lib/operations/database/scratch-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** How a test file reaches the server that all of them use. */
    scratchServer: Pick<ScratchServer, 'superuserUrl' | 'urls'>
  }
}

/** Starts one database server for the whole run, with a migrated template to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startScratchServer()
  project.provide('scratchServer', { superuserUrl: server.superuserUrl, urls: server.urls })
  return server.stop
}
