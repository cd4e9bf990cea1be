import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { restoreBackup, type Restored } from './backup/restore-backup'
import { backupKey } from './backup/sealed-file'
import { dataHome } from './database/data-home'
import { adoptKeys, keptSecrets } from './database/secrets'
import { OperatorError } from './operator-error'
import { runCommand, typedPath, type Given } from './run-command'
import { takeRunningLock } from './running-lock'

const HELP = `
npm run restore -- BACKUP [--wal FOLDER [--until TIME]] [--try]

  BACKUP        a folder that npm run backup made; ALONGSIDE_BACKUP_KEY as it was then
  --wal FOLDER  go on from the backup with this archive of the write-ahead log, to its end
  --until TIME  but stop at this moment, such as 2026-11-21T14:05:00Z
  --try         restore into a temporary folder, verify, report and delete: do this weekly

The service must be stopped. Every file is verified before anything is replaced; what is missing, cut short or altered
is refused. The database that was there is kept beside it as postgres.before-restore.
`

await runCommand({
  help: HELP,
  options: { wal: { type: 'string' }, until: { type: 'string' }, try: { type: 'boolean' } },
  run: async (given) => {
    const [backup] = given.words
    if (!backup)
      throw new OperatorError('Name the backup to restore: npm run restore -- .backups/2026-11-21T140500')
    const restored = given.options.try ? await tryOut(backup, given) : await restoreInPlace(backup, given)
    return report(restored)
  },
})

async function restoreInPlace(backup: string, given: Given): Promise<Restored> {
  const data = dataHome()
  const letGo = await takeRunningLock(data.home)
  try {
    const { superuserPassword } = keptSecrets(data.home)
    const restored = await restoreBackup({
      ...requestFrom(backup, given),
      clusterFolder: data.clusterFolder,
      superuserPassword,
    })
    if (restored.secrets) adoptKeys(data.home, restored.secrets)
    return restored
  } finally {
    letGo()
  }
}

async function tryOut(backup: string, given: Given): Promise<Restored> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-restore-'))
  chmodSync(folder, 0o711)
  try {
    return await restoreBackup({
      ...requestFrom(backup, given),
      clusterFolder: path.join(folder, 'postgres'),
      superuserPassword: 'for the time of trying',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function requestFrom(backup: string, { options: { wal, until } }: Given) {
  const moment = typeof until === 'string' ? new Date(until) : undefined
  if (moment && Number.isNaN(moment.getTime()))
    throw new OperatorError(`--until ${String(until)} is no moment.`)
  return {
    backup: typedPath(backup),
    key: backupKey(process.env.ALONGSIDE_BACKUP_KEY),
    walArchive: typeof wal === 'string' ? typedPath(wal) : undefined,
    until: moment,
  }
}

/** @returns the exit code: 1 if the access log is not whole */
function report({ manifest, rows, accessLogFaults }: Restored): number {
  console.log(`Restored the backup of ${manifest.takenAt}. Rows in each table (when backed up, now):`)
  for (const [table, count] of Object.entries(rows)) {
    console.log(
      `  ${table.padEnd(28)} ${String(manifest.rows[table] ?? 0).padStart(9)} ${String(count).padStart(9)}`,
    )
  }
  for (const fault of accessLogFaults) console.log(`The access log is not whole: ${fault}`)
  if (accessLogFaults.length === 0)
    console.log('The access log is whole: every entry follows from the one before.')
  return accessLogFaults.length === 0 ? 0 : 1
}
