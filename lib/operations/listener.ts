import { startMllpListener } from '@/lib/interop/hl7/mllp-listener'
import { closeDatabase } from '@/lib/platform/database'
import { listenerEnv } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { resultMessages } from '@/lib/results/receive-results'
import { receivingOrganisation } from '@/lib/results/receiving-organisation'
import { messageOf } from './operator-error'

const log = logger('listener')

/**
 * Takes HL7 messages in for one organisation, as database role `worker`. Asked to end, it takes no more, answers what it
 * is storing, and closes; what was not answered its sender sends again.
 */
async function listen(): Promise<void> {
  const stopping = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  const { ALONGSIDE_MLLP_PORT, ALONGSIDE_MLLP_HOST, ALONGSIDE_MLLP_ORGANISATION } = listenerEnv()
  const actor = { job: 'receive_message' } as const
  const organisationId = await receivingOrganisation(actor, ALONGSIDE_MLLP_ORGANISATION)
  if (!organisationId)
    throw new Error(
      `There is no organisation with the ODS code ${ALONGSIDE_MLLP_ORGANISATION} (ALONGSIDE_MLLP_ORGANISATION)`,
    )
  const listener = await startMllpListener(ALONGSIDE_MLLP_PORT, resultMessages(actor, organisationId), {
    host: ALONGSIDE_MLLP_HOST,
  })
  log.info({ host: listener.host, port: listener.port, organisation: ALONGSIDE_MLLP_ORGANISATION }, 'ready')
  await stopping
  await listener.stop()
  await closeDatabase()
}

try {
  await listen()
} catch (error) {
  log.error(`Cannot listen: ${messageOf(error)}`)
  process.exitCode = 1
  await closeDatabase()
}
