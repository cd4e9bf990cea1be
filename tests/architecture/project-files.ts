import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A file of the project, named from its top with forward slashes. */
export type ProjectFile = { path: string; text: string }

export const projectRoot = path.resolve(import.meta.dirname, '../..')

const GENERATED = ['lib/platform/prisma-client', 'tests/.results', 'next-env.d.ts', 'package-lock.json']
const OUTSIDE = ['node_modules', '.git', '.next', '.data', '.backups']

function below(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    if (OUTSIDE.includes(entry.name) || GENERATED.includes(name)) return []
    return entry.isDirectory() ? below(name) : [name]
  })
}

/** The paths of all files that people write: nothing installed, built or generated. */
export const projectPaths: readonly string[] = below('.')

const kept = new Map<string, ProjectFile>()

function fileAt(name: string): ProjectFile {
  const file = kept.get(name) ?? { path: name, text: readFileSync(path.join(projectRoot, name), 'utf8') }
  kept.set(name, file)
  return file
}

/** The files whose path matches, with their text. */
export function filesMatching(pattern: RegExp): ProjectFile[] {
  return projectPaths.filter((name) => pattern.test(name)).map(fileAt)
}
