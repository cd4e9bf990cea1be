import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client, escapeLiteral } from 'pg'
import { startEmbeddedServer, type EmbeddedServer } from '../database/embedded-server'
import { SUPERUSER } from '../database/initialise-cluster'
import { serverUser } from '../database/server-user'
import { accessLogFaults, rowCounts } from './row-counts'

export type RecoveryTarget = {
  /** An unpacked backup, with `recovery.signal`. */
  readonly dataFolder: string
  readonly database: string
  /** What the superuser's password is to be from now on. */
  readonly superuserPassword: string
  readonly walArchive?: string | undefined
  readonly until?: Date | undefined
}

export type RecoveryReport = {
  readonly rows: Readonly<Record<string, number>>
  /** Where the access log was tampered with, or damaged; empty if it is whole. */
  readonly accessLogFaults: readonly string[]
}

/**
 * Lets Postgres replay the write-ahead log, gives the superuser its password, and counts what is there. Meanwhile the
 * server can be reached by this process only, through a socket in a private folder.
 *
 * @throws OperatorError with Postgres's reason, if it cannot recover to the target
 */
export async function recover(target: RecoveryTarget): Promise<RecoveryReport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-recovery-'))
  const user = serverUser(target.dataFolder)
  const accessRules = path.join(folder, 'pg_hba.conf')
  writeFileSync(accessRules, 'local all all trust\n')
  if (user) for (const file of [folder, accessRules]) chownSync(file, user.uid, user.gid)
  let server: EmbeddedServer | undefined
  try {
    server = await startEmbeddedServer({
      dataFolder: target.dataFolder,
      supportFolder: folder,
      superuserPassword: target.superuserPassword,
      overrides: { ...privateSettings(folder, accessRules), ...recoverySettings(target) },
    })
    return await inspect(server, folder, target)
  } finally {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function privateSettings(folder: string, accessRules: string) {
  return { listen_addresses: '', unix_socket_directories: folder, hba_file: accessRules, hot_standby: 'off' }
}

function recoverySettings({ walArchive, until }: RecoveryTarget): Record<string, string> {
  return {
    restore_command: walArchive ? `cp '${walArchive.replaceAll('%', '%%')}'/%f %p` : 'false',
    recovery_target_action: 'promote',
    ...(until && { recovery_target_time: until.toISOString().replace('Z', '+00') }),
  }
}

async function inspect(
  server: EmbeddedServer,
  host: string,
  target: RecoveryTarget,
): Promise<RecoveryReport> {
  const client = new Client({ host, port: server.port, user: SUPERUSER, database: target.database })
  await client.connect()
  try {
    await client.query(`alter role ${SUPERUSER} password ${escapeLiteral(target.superuserPassword)}`)
    return { rows: await rowCounts(client), accessLogFaults: await accessLogFaults(client) }
  } finally {
    await client.end()
  }
}
