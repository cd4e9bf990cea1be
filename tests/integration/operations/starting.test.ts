import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { roleUrls, urlsFromEnvironment } from '@/lib/operations/database/connection-urls'
import { openProjectDatabase } from '@/lib/operations/database/project-database'
import { newSecrets } from '@/lib/operations/database/secrets'
import { isRunning, takeRunningLock } from '@/lib/operations/running-lock'
import { startSettings, webEnvironment, workerEnvironment } from '@/lib/operations/start-settings'
import { refuseTakenPort, waitUntilHealthy } from '@/lib/operations/wait-until-healthy'

describe('the lock on the data folder', () => {
  it('is held by one process at a time, and let go', async () => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'alongside-scratch-lock-'))
    const letGo = await takeRunningLock(home)
    expect(await isRunning(home)).toBe(true)
    await expect(takeRunningLock(home)).rejects.toThrow('already running from this folder')
    letGo()
    expect(await isRunning(home)).toBe(false)
    const letGoAgain = await takeRunningLock(home)
    letGoAgain()
    rmSync(home, { recursive: true })
  })
})

describe('a port', () => {
  it.each(['127.0.0.1', '::1', '0.0.0.0', '::'])('is taken if somebody listens on %s', async (host) => {
    const server = await listen(host, () => undefined)
    await expect(refuseTakenPort(server.port)).rejects.toThrow(`Port ${server.port} is taken.`)
    await server.close()
    await expect(refuseTakenPort(server.port)).resolves.toBeUndefined()
  })
})

describe('waiting for the service', () => {
  it('ends when it says that it can serve', async () => {
    const server = await listen('127.0.0.1', (response) =>
      answer(response, 200, { application: 'alongside', status: 'ok' }),
    )
    await expect(waitUntilHealthy(server.origin, () => false)).resolves.toBeUndefined()
    await server.close()
  })

  it('passes on why it cannot, when waiting has become pointless', async () => {
    const refusal = {
      application: 'alongside',
      status: 'cannot serve',
      reasons: ['database role app is a superuser'],
    }
    const server = await listen('127.0.0.1', (response) => answer(response, 503, refusal))
    let asked = 0
    const attempt = waitUntilHealthy(server.origin, () => (asked += 1) > 3)
    await expect(attempt).rejects.toThrow('The service cannot serve: database role app is a superuser.')
    await server.close()
  })

  it('does not take another program for the service', async () => {
    const server = await listen('127.0.0.1', (response) => answer(response, 200, { status: 'ok' }))
    let asked = 0
    await expect(waitUntilHealthy(server.origin, () => (asked += 1) > 2)).rejects.toThrow(
      'another program answers',
    )
    await server.close()
  })
})

describe('settings', () => {
  const live = {
    ALONGSIDE_MODE: 'live',
    DATABASE_URL: 'postgresql://app@db/alongside',
    ALONGSIDE_SESSION_KEY: 'a',
    ALONGSIDE_TOTP_KEY: 'b',
    ALONGSIDE_ORIGIN: 'https://alongside.example.org',
  }

  it('are those of the demonstration where nothing is said', () => {
    expect(startSettings({}, false)).toEqual({
      mode: 'demo',
      dev: false,
      port: 3000,
      host: '127.0.0.1',
      listens: false,
    })
  })

  it.each(['0', '65536', '3000.5', 'http', '-1'])('refuse the port %s', (PORT) => {
    expect(() => startSettings({ PORT }, false)).toThrow('PORT must be a number from 1 to 65535')
  })

  it('refuse another mode', () => {
    expect(() => startSettings({ ALONGSIDE_MODE: 'test' }, false)).toThrow('must be demo or live')
  })

  it.each(['DATABASE_URL', 'ALONGSIDE_SESSION_KEY', 'ALONGSIDE_TOTP_KEY', 'ALONGSIDE_ORIGIN'] as const)(
    'refuse live mode without %s',
    (name) => {
      expect(startSettings(live, false).mode).toBe('live')
      expect(() => startSettings({ ...live, [name]: undefined }, false)).toThrow(`Live mode needs ${name}.`)
    },
  )

  it('give the web server and the worker no way to the owner, and the worker no keys', () => {
    const secrets = newSecrets()
    const urls = roleUrls('postgresql://x@127.0.0.1:5432/alongside', secrets.rolePasswords)
    const settings = startSettings({}, false)
    const web = JSON.stringify(webEnvironment(settings, urls, secrets))
    const worker = JSON.stringify(workerEnvironment(settings, urls))
    const { owner, worker: jobs, backup, auditor, app, app_auth: auth } = secrets.rolePasswords
    for (const password of [owner, jobs, backup, auditor, secrets.superuserPassword])
      expect(web).not.toContain(password)
    for (const password of [owner, app, auth, backup, auditor, secrets.totpKey])
      expect(worker).not.toContain(password)
  })
})

describe('opening the database that DATABASE_URL names', () => {
  const unused = 'postgresql://nobody:secret-word@127.0.0.1:1/nothing'

  it.each([
    ['hello', 'DATABASE_URL is not an address'],
    ['mysql://a@b/c', 'DATABASE_URL is not an address'],
    [unused, 'The database cannot be used (127.0.0.1:1/nothing)'],
  ])('refuses %s in one line', async (DATABASE_URL, line) => {
    const attempt = openProjectDatabase({ DATABASE_URL })
    await expect(attempt).rejects.toThrow(line)
    await expect(attempt).rejects.not.toThrow(/secret-word|\n/)
  })

  it('asks for the other roles if it may not create them', async () => {
    const attempt = openProjectDatabase({ DATABASE_URL: inject('scratchServer').urls.app })
    await expect(attempt).rejects.toThrow('DATABASE_OWNER_URL (role owner)')
  })

  it('takes every role as it is given', () => {
    const { urls } = inject('scratchServer')
    const env = {
      DATABASE_URL: urls.app,
      DATABASE_OWNER_URL: urls.owner,
      DATABASE_AUTH_URL: urls.app_auth,
      DATABASE_WORKER_URL: urls.worker,
      DATABASE_AUDITOR_URL: urls.auditor,
      DATABASE_BACKUP_URL: urls.backup,
    }
    expect(urlsFromEnvironment(env)).toEqual(urls)
    expect(() => urlsFromEnvironment({ ...env, DATABASE_AUTH_URL: '' })).toThrow(
      /: DATABASE_AUTH_URL \(role app_auth\)\.$/,
    )
  })
})

function answer(response: http.ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function listen(host: string, respond: (response: http.ServerResponse) => void) {
  const server = http.createServer((_, response) => respond(response))
  await new Promise<void>((resolve) => server.listen({ port: 0, host }, resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  return { port, origin: `http://127.0.0.1:${port}`, close }
}
