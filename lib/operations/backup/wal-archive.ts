import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { OperatorError } from '../operator-error'

const WAL_FILE = /^[0-9A-F]{24}$/
const SEGMENTS_PER_LOG = 0x100

/**
 * Makes sure that an archive of the write-ahead log goes on from a backup without a gap and without damage: Postgres
 * itself takes a missing or damaged file for the end of the log, and would come up with less than there was.
 *
 * @param lastInBackup the last file that the backup holds
 * @returns the files that continue it, in order
 * @throws OperatorError naming the file
 */
export function verifyWalArchive(folder: string, lastInBackup: string): string[] {
  if (!existsSync(folder)) throw new OperatorError(`There is no archive of the write-ahead log at ${folder}.`)
  const timeline = lastInBackup.slice(0, 8)
  const following = readdirSync(folder)
    .filter((name) => WAL_FILE.test(name) && name.startsWith(timeline) && name > lastInBackup)
    .toSorted()
  let expected = lastInBackup
  for (const name of following) {
    expected = nextWalFile(expected)
    if (name !== expected)
      throw new OperatorError(`The archive is not whole: ${expected} is missing from it.`)
    verifyChecksum(path.join(folder, name))
  }
  return following
}

/** The name that follows: timeline, then a number whose last part counts to 0xFF. */
export function nextWalFile(name: string): string {
  const log = Number.parseInt(name.slice(8, 16), 16)
  const segment = Number.parseInt(name.slice(16), 16) + 1
  const carried = segment === SEGMENTS_PER_LOG
  return name.slice(0, 8) + hex(carried ? log + 1 : log) + hex(carried ? 0 : segment)
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(8, '0')
}

function verifyChecksum(file: string): void {
  const note = `${file}.sha256`
  const expected = existsSync(note) ? readFileSync(note, 'utf8').slice(0, 64) : undefined
  const found = createHash('sha256').update(readFileSync(file)).digest('hex')
  if (expected !== found)
    throw new OperatorError(`The archive is damaged: ${path.basename(file)} is not as it was written.`)
}
