import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project-root'

/** A hash over the names and contents of files; a folder stands for everything below it. */
export function hashOfFiles(
  paths: readonly string[],
  ignore: (file: string) => boolean = () => false,
): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((entry) => filesBelow(entry, ignore)).toSorted()) {
    hash
      .update(`${path.relative(projectRoot, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Whether `file` records that the work for this hash was done. */
export function isStamped(file: string, hash: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

/** Records that the work for this hash was done. */
export function stamp(file: string, hash: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, hash)
}

function filesBelow(entry: string, ignore: (file: string) => boolean): string[] {
  if (ignore(entry) || !existsSync(entry)) return []
  if (!statSync(entry).isDirectory()) return [entry]
  return readdirSync(entry).flatMap((name) => filesBelow(path.join(entry, name), ignore))
}
