import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { nextWalFile } from '@/lib/operations/backup/wal-archive'
import { startServerToBackUp, type ServerToBackUp } from './backup-server'

const KEY = randomBytes(32)

describe('backing up and restoring', () => {
  let server: ServerToBackUp

  beforeAll(async () => {
    server = await startServerToBackUp()
    await putSets('before', 150)
  })
  afterAll(() => server.stop())

  it('brings back what was there, and nothing that came after', async () => {
    const manifest = await server.backup('plain')
    await putSets('after', 10)
    const restored = await server.restore('plain')
    expect(manifest.rows.reference_set).toBe(150)
    expect(restored.rows).toEqual(manifest.rows)
    expect(restored.secrets).toBeUndefined()
    await server.client.query(`delete from reference_set where name = 'after'`)
  })

  it('keeps every row that was answered for while it was taken', async () => {
    let stop = false
    const writing = (async () => {
      let written = 0
      for (; !stop; written += 1) await putSets(`during-${written}`, 1)
      return written
    })()
    const manifest = await server.backup('busy')
    stop = true
    await writing
    const restored = await server.restore('busy')
    expect(restored.rows.reference_set).toBeGreaterThanOrEqual(manifest.rows.reference_set ?? Infinity)
    await server.client.query(`delete from reference_set where name like 'during-%'`)
  })

  it('reports an access log that was tampered with', async () => {
    await server.client.query(
      `insert into access_log (actor_kind, event, detail) values ('system', 'test.one', '{}')`,
    )
    await server.client.query('alter table access_log disable trigger user')
    await server.client.query(`update access_log set event = 'test.other'`)
    await server.backup('tampered')
    expect((await server.restore('tampered')).accessLogFaults).toHaveLength(1)
    await server.client.query('delete from access_log')
    await server.client.query('alter table access_log enable trigger user')
  })

  describe('encrypted', () => {
    beforeAll(() => server.backup('sealed', KEY))

    it('shows nothing of what it holds', async () => {
      const open = files('plain').some((file) => readFileSync(file).includes('before-marker'))
      const sealed = files('sealed').some((file) => readFileSync(file).includes('before-marker'))
      expect({ open, sealed }).toEqual({ open: true, sealed: false })
    })

    it('is restored with its key, and the secrets with it', async () => {
      const restored = await server.restore('sealed', { key: KEY })
      expect(restored.rows.reference_set).toBe(150)
      expect(restored.secrets).toBe(readFileSync(server.inFolder('secrets.json'), 'utf8'))
    })

    it('is refused without the key, or with another', async () => {
      await expect(server.restore('sealed')).rejects.toThrow('set ALONGSIDE_BACKUP_KEY')
      await expect(server.restore('sealed', { key: randomBytes(32) })).rejects.toThrow(
        'sealed with another key',
      )
    })

    it('is refused if two of its files were exchanged', async () => {
      const one = path.join(server.inFolder('sealed'), 'data/PG_VERSION')
      const other = path.join(server.inFolder('sealed'), 'data/base/1/PG_VERSION')
      const kept = readFileSync(one)
      await expectRefused('sealed', one, () => writeFileSync(one, readFileSync(other)), KEY)
      expect(readFileSync(one)).toEqual(kept)
    })
  })

  describe('damaged', () => {
    it.each<[string, string, (file: string) => void]>([
      ['a changed byte in a table', 'data/base', flipByte],
      ['a changed byte in the write-ahead log', 'data/pg_wal', flipByte],
      ['a table cut short', 'data/base', (file) => truncateSync(file, 8192)],
      ['a missing table', 'data/base', rmSync],
      ['a missing write-ahead log', 'data/pg_wal', rmSync],
      ['a missing label', 'data/backup_label', rmSync],
      ['a damaged list', 'manifest.json', (file) => truncateSync(file, 1000)],
      ['no list, as when it was not finished', 'manifest.json', rmSync],
    ])('is refused with %s, and what was there stays', async (_, inside, damage) => {
      const file = largest(server.inFolder(path.join('plain', inside)))
      await expectRefused('plain', file, () => damage(file))
    })
  })

  describe('to a moment', () => {
    let until: Date

    beforeAll(async () => {
      await server.backup('base')
      await putSets('wanted', 50)
      until =
        (await server.client.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]?.at ?? new Date(0)
      await server.client.query('delete from reference_set')
      await archiveEverything()
    })

    it('brings back every row of that moment', async () => {
      const restored = await server.restore('base', { walArchive: server.walArchive, until })
      expect(restored.rows.reference_set).toBe(200)
    })

    it('goes on to the end of the archive without one', async () => {
      const restored = await server.restore('base', { walArchive: server.walArchive })
      expect(restored.rows.reference_set).toBe(0)
    })

    it('refuses a moment that the archive does not reach', async () => {
      const late = new Date(until.getTime() + 86_400_000)
      const attempt = server.restore('base', { walArchive: server.walArchive, until: late })
      await expect(attempt).rejects.toThrow('before configured recovery target was reached')
    })

    it('refuses an archive with a gap, or a changed byte', async () => {
      await putSets('more', 1)
      await archiveEverything()
      const [first = '', second = ''] = archivedAfterBase()
      expect(second).toBe(nextWalFile(first))
      await expect(server.restore('base', { walArchive: archiveWithout(first) })).rejects.toThrow(
        `${first} is missing`,
      )
      flipByte(path.join(server.walArchive, first))
      await expect(server.restore('base', { walArchive: server.walArchive })).rejects.toThrow(
        `${first} is not as it was written`,
      )
    })
  })

  async function putSets(name: string, count: number): Promise<void> {
    await server.client.query(
      `insert into reference_set (name, version, hash) select $1, n, 'before-marker' from generate_series(1, $2) as n`,
      [name, count],
    )
  }

  async function archiveEverything(): Promise<void> {
    const { rows } = await server.client.query<{ name: string }>(
      'select pg_walfile_name(pg_switch_wal()) as name',
    )
    const file = path.join(server.walArchive, rows[0]?.name ?? '')
    await vi.waitFor(() => expect(existsSync(file)).toBe(true), { timeout: 20_000, interval: 50 })
  }

  function archivedAfterBase(): string[] {
    const inBase = readdirSync(server.inFolder('base/data/pg_wal')).toSorted().at(-1) ?? ''
    const names = readdirSync(server.walArchive).filter((name) => /^[0-9A-F]{24}$/.test(name))
    return names.filter((name) => name > inBase).toSorted()
  }

  function archiveWithout(name: string): string {
    const folder = server.inFolder('archive-with-gap')
    cpSync(server.walArchive, folder, { recursive: true })
    rmSync(path.join(folder, name))
    return folder
  }

  async function expectRefused(name: string, file: string, damage: () => void, key?: Buffer): Promise<void> {
    const kept = readFileSync(file)
    const inPlace = server.inFolder(`${name}-restored`)
    rmSync(inPlace, { recursive: true, force: true })
    mkdirSync(inPlace)
    writeFileSync(path.join(inPlace, 'kept'), '')
    damage()
    await expect(server.restore(name, { key })).rejects.toMatchObject({ name: 'OperatorError' })
    expect(readdirSync(inPlace)).toEqual(['kept'])
    writeFileSync(file, kept)
  }

  function files(name: string): string[] {
    const folder = server.inFolder(name)
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  }
})

/** The largest file of a folder; of a file, itself. */
function largest(folder: string): string {
  if (!statSync(folder).isDirectory()) return folder
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const sized = entries.map((entry) => path.join(entry.parentPath, entry.name))
  return sized.toSorted((one, other) => readFileSync(other).length - readFileSync(one).length)[0] ?? ''
}

function flipByte(file: string): void {
  const bytes = readFileSync(file)
  const place = Math.floor(bytes.length / 2)
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(file, bytes)
}
