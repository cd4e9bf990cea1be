import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { restoreBackup } from '@/lib/operations/backup/restore-backup'
import { takeBackup } from '@/lib/operations/backup/take-backup'
import { roleUrls } from '@/lib/operations/database/connection-urls'
import { startEmbeddedServer } from '@/lib/operations/database/embedded-server'
import { migrate } from '@/lib/operations/database/migrate'
import { createDatabase, DATABASE_NAME, prepareDatabase } from '@/lib/operations/database/roles'
import { newSecrets } from '@/lib/operations/database/secrets'
import { serverUser } from '@/lib/operations/database/server-user'
import { now } from '@/lib/platform/clock'

/** A server of its own, archiving its write-ahead log, to back up and restore. */
export async function startServerToBackUp() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-scratch-backup-'))
  chmodSync(folder, 0o711)
  const inFolder = (name: string) => path.join(folder, name)
  const walArchive = archiveFolder(inFolder('archive'))
  const secrets = newSecrets()
  writeFileSync(inFolder('secrets.json'), JSON.stringify(secrets))
  const server = await startEmbeddedServer({
    dataFolder: inFolder('postgres'),
    supportFolder: folder,
    superuserPassword: secrets.superuserPassword,
    sharedBuffersMb: 128,
    walArchive,
  })
  const superuserUrl = server.superuserUrl(DATABASE_NAME)
  await createDatabase(server.superuserUrl(), DATABASE_NAME)
  await prepareDatabase(superuserUrl, secrets.rolePasswords)
  await migrate(roleUrls(superuserUrl, secrets.rolePasswords).owner)
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()

  return {
    client,
    walArchive,
    backup: (name: string, key?: Buffer) =>
      takeBackup({
        superuserUrl,
        dataFolder: server.dataFolder,
        target: inFolder(name),
        key,
        takenAt: now(),
        secretsFile: inFolder('secrets.json'),
      }),
    restore: (name: string, options: { key?: Buffer; walArchive?: string; until?: Date } = {}) =>
      restoreBackup({
        backup: inFolder(name),
        key: options.key,
        clusterFolder: inFolder(`${name}-restored`),
        superuserPassword: 'another',
        walArchive: options.walArchive,
        until: options.until,
      }),
    inFolder,
    stop: async () => {
      await client.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type ServerToBackUp = Awaited<ReturnType<typeof startServerToBackUp>>

function archiveFolder(folder: string): string {
  mkdirSync(folder, { mode: 0o700 })
  const user = serverUser(folder)
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}
