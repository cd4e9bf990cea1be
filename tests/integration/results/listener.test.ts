import { spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { hl7Message, MARGARET, psa } from '@/tests/factories/hl7-messages'
import { MllpClient } from '@/tests/support/mllp-client'
import { makeResultSetting } from './setting'

/** A port that nobody listens on, as it was found. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

function startListener(workerUrl: string, port: number, organisation: string) {
  const flags = ['--import', 'tsx', '--conditions=react-server']
  return spawn(process.execPath, [...flags, 'lib/operations/listener.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_WORKER_URL: workerUrl,
      ALONGSIDE_MLLP_PORT: String(port),
      ALONGSIDE_MLLP_ORGANISATION: organisation,
    },
  })
}

it('the listener as a process files what it acknowledges, ends when asked to, and serves no unknown organisation', async () => {
  const setting = await makeResultSetting()
  const { nhsNumber } = MARGARET
  const person = { nhsNumber, familyName: 'Okafor', givenName: 'Margaret', bornOn: '1958-03-04' }
  const patientId = await setting.patient(person)
  const port = await freePort()
  const child = startListener(setting.database.urls.worker, port, 'ZT101')
  for await (const line of createInterface(child.stdout)) if (line.includes('ready')) break
  const client = await MllpClient.connect(port)
  client.send(hl7Message({ segments: [MARGARET.pid, ...psa('0.05')] }))
  expect(await client.answers(1)).toEqual(['AA ZT0001'])
  expect(await setting.reviewsOwed(patientId)).toHaveLength(1)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  const refused = startListener(setting.database.urls.worker, port, 'NOBODY')
  expect(await once(refused, 'exit')).toEqual([1, null])
  await setting.database.drop()
})
