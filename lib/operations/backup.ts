import path from 'node:path'
import { now } from '@/lib/platform/clock'
import { backupKey } from './backup/sealed-file'
import { takeBackup } from './backup/take-backup'
import { dataHome } from './database/data-home'
import { startEmbeddedServer } from './database/embedded-server'
import { SUPERUSER } from './database/initialise-cluster'
import { DATABASE_NAME } from './database/roles'
import { keptSecrets } from './database/secrets'
import { walArchiveFolder } from './database/wal-archive-folder'
import { OperatorError } from './operator-error'
import { runCommand, typedPath } from './run-command'
import { isRunning, takeRunningLock } from './running-lock'

const HELP = `
npm run backup -- [FOLDER]  backs the embedded database up into a new folder below FOLDER (.backups), while it runs or not

With ALONGSIDE_BACKUP_KEY (32 bytes in base64) every file is encrypted (AES-256-GCM), and the secrets that second
factors need are kept with it. Without, encrypt and protect the folder yourself, and keep .data/secrets.json too.
To restore to any moment, also set ALONGSIDE_WAL_ARCHIVE for npm start: a folder, best on another disk, that gets the
write-ahead log at least once a minute. It is not encrypted. A database named by DATABASE_URL is backed up with its
server's own tools (pg_dump, as role backup).
`

await runCommand({
  help: HELP,
  run: async ({ words: [folder = '.backups'] }) => {
    if (process.env.DATABASE_URL)
      throw new OperatorError('DATABASE_URL names a server with backup tools of its own.')
    const key = backupKey(process.env.ALONGSIDE_BACKUP_KEY)
    const takenAt = now()
    const target = path.join(typedPath(folder), takenAt.toISOString().slice(0, 19).replaceAll(':', ''))
    const manifest = await withServer(async (superuserUrl) => {
      const { home, clusterFolder } = dataHome()
      const secretsFile = path.join(home, 'secrets.json')
      return takeBackup({ superuserUrl, dataFolder: clusterFolder, target, key, takenAt, secretsFile })
    })
    const megabytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
    console.log(`Backed up ${manifest.files.length} files (${megabytes.toFixed(0)} MB) to ${target}`)
    if (!key) console.log('It is not encrypted: see --help.')
  },
})

/** The server that npm start runs, or one for as long as the backup takes. */
async function withServer<Result>(work: (superuserUrl: string) => Promise<Result>): Promise<Result> {
  const data = dataHome()
  const { superuserPassword } = keptSecrets(data.home)
  if (!data.port) throw new OperatorError('There is no embedded database to back up.')
  if (await isRunning(data.home)) {
    return work(
      `postgresql://${SUPERUSER}:${encodeURIComponent(superuserPassword)}@127.0.0.1:${data.port}/${DATABASE_NAME}`,
    )
  }
  const letGo = await takeRunningLock(data.home)
  const server = await startEmbeddedServer({
    dataFolder: data.clusterFolder,
    supportFolder: data.supportFolder,
    superuserPassword,
    walArchive: walArchiveFolder(process.env.ALONGSIDE_WAL_ARCHIVE, data.clusterFolder),
  })
  try {
    return await work(server.superuserUrl(DATABASE_NAME))
  } finally {
    await server.stop()
    letGo()
  }
}
