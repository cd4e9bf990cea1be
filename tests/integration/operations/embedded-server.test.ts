import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startEmbeddedServer, type EmbeddedServer } from '@/lib/operations/database/embedded-server'
import { guardAgainstOrphan } from '@/lib/operations/process-guard'

describe('the embedded server', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-scratch-server-'))
  const dataFolder = path.join(folder, 'data')
  const start = () =>
    startEmbeddedServer({
      dataFolder,
      supportFolder: folder,
      superuserPassword: 'öne/two?',
      sharedBuffersMb: 128,
    })
  let server: EmbeddedServer

  beforeAll(async () => {
    chmodSync(folder, 0o711)
    server = await start()
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is durable, checked, private and tells its log nothing of what is in the rows', async () => {
    const wanted = {
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      log_min_error_statement: 'panic',
    }
    const rows = await query('select name, setting from pg_settings where name = any ($1)', [
      Object.keys(wanted),
    ])
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual(wanted)
    await expect(query(`select 'a name'::int`)).rejects.toThrow('a name')
    expect(readFileSync(path.join(folder, 'postgres.log'), 'utf8')).not.toContain('a name')
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700)
  })

  it('takes scram passwords only', async () => {
    expect(await query('select distinct auth_method from pg_hba_file_rules')).toEqual([
      { auth_method: 'scram-sha-256' },
    ])
    const wrong = new Client({ connectionString: server.superuserUrl().replace('two', 'three') })
    await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  it('comes back after it was killed, on the same folder, with what was committed', async () => {
    await query('create table kept (id int)')
    await query('insert into kept values (1)')
    process.kill(server.pid, 'SIGKILL')
    await server.exited
    expect(existsSync(path.join(dataFolder, 'postmaster.pid'))).toBe(true)
    server = await start()
    expect(await query('select id from kept')).toEqual([{ id: 1 }])
  })

  it('stops a server that a killed process left running on the folder', async () => {
    const left = server
    server = await start()
    await left.exited
    expect(await query('select id from kept')).toEqual([{ id: 1 }])
  })

  it('is not misled by a lock file that names another program', async () => {
    await server.stop()
    writeFileSync(path.join(dataFolder, 'postmaster.pid'), `${process.pid}\n`)
    server = await start()
    expect(await query('select id from kept')).toEqual([{ id: 1 }])
  })

  it('keeps its port if that is free', async () => {
    const { port } = server
    await server.stop()
    const options = { dataFolder, supportFolder: folder, superuserPassword: 'öne/two?', preferredPort: port }
    server = await startEmbeddedServer(options)
    expect(server.port).toBe(port)
  })

  async function query(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: server.superuserUrl() })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text, values)).rows
    } finally {
      await client.end()
    }
  }
})

describe('the guard against orphans', () => {
  it('ends a process when the one that guards it is killed', async () => {
    const orphan = spawn('sleep', ['600'], { stdio: 'ignore' })
    const ended = new Promise((resolve) => orphan.once('exit', (_, signal) => resolve(signal)))
    const guardian = path.resolve('lib/operations/process-guard.ts')
    const code = `import(${JSON.stringify(guardian)}).then(({ guardAgainstOrphan }) => {
      guardAgainstOrphan(${orphan.pid}, 'TERM'); process.stdout.write('guarding'); setInterval(() => {}, 1000) })`
    const parent = spawn(process.execPath, ['--import', 'tsx', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => parent.stdout.once('data', resolve))
    parent.kill('SIGKILL')
    expect(await ended).toBe('SIGTERM')
  })

  it('leaves it alone once it was stood down', async () => {
    const child = spawn('sleep', ['600'], { stdio: 'ignore' })
    const standDown = guardAgainstOrphan(child.pid ?? 0, 'TERM')
    standDown()
    await vi.waitFor(() => expect(guardsOf(child.pid)).toBe(0), { timeout: 5000 })
    expect(child.exitCode ?? child.signalCode).toBeNull()
    child.kill('SIGKILL')
  })
})

function guardsOf(pid: number | undefined): number {
  const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.trimEnd().endsWith(` TERM ${pid}`)).length
}
