import os from 'node:os'

const MEGABYTE = 1024 * 1024

/** Where completed write-ahead log files are copied, for restoring to a point in time; undefined keeps none. */
export type ServerSettings = {
  readonly walArchive?: string | undefined
  readonly sharedBuffersMb?: number
  /** Settings that override these: for recovery, which listens to nobody. */
  readonly overrides?: Readonly<Record<string, string | number>>
}

/**
 * Settings given on the server's command line. Loopback only; nothing durable is switched off; no statement,
 * parameter or row value reaches the log, since those hold personal data.
 */
export function serverFlags(port: number, settings: ServerSettings): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    ...memory(settings),
    ...durability(settings),
    log_timezone: 'UTC',
    log_statement: 'none',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_checkpoints: 'off',
    ...settings.overrides,
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function memory({ sharedBuffersMb }: ServerSettings) {
  const total = os.totalmem() / MEGABYTE
  const buffers = sharedBuffersMb ?? Math.round(Math.min(1024, Math.max(128, total / 16)))
  return {
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.round(total / 2)}MB`,
    work_mem: '8MB',
    random_page_cost: 1.1,
    jit: 'off',
    max_parallel_workers_per_gather: 0,
  }
}

function durability({ walArchive }: ServerSettings) {
  return {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'replica',
    max_wal_size: '2GB',
    ...(walArchive && {
      archive_mode: 'on',
      archive_timeout: 60,
      archive_command: archiveCommand(walArchive),
    }),
  }
}

/**
 * Copies to a temporary name with a checksum, flushes both to disk, then renames: a file in the archive is always
 * whole. One that is there already must be the same, or Postgres keeps trying and says so in its log.
 */
function archiveCommand(folder: string): string {
  const target = `'${folder.replaceAll('%', '%%').replaceAll("'", `'\\''`)}'`
  const checksum = process.platform === 'darwin' ? 'shasum -a 256' : 'sha256sum'
  const copy = [
    `cp %p ${target}/%f.part`,
    `(cd ${target} && ${checksum} < %f.part > %f.sha256)`,
    `sync ${target}/%f.part ${target}/%f.sha256`,
    `mv ${target}/%f.part ${target}/%f`,
  ]
  return `if test -f ${target}/%f; then cmp -s %p ${target}/%f; else ${copy.join(' && ')}; fi`
}
