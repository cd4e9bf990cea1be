import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const besideTheProject = path.resolve(import.meta.dirname, '../../../shared/data/interop')

/**
 * Where messages of others are kept, which are not ours to publish: the folder named by ALONGSIDE_INTEROP_SAMPLES, or
 * one beside the project. Null where there is none; then our own messages of the same kinds are all there is to try.
 */
function samplesFolder(): string | null {
  const folder = process.env.ALONGSIDE_INTEROP_SAMPLES ?? besideTheProject
  return existsSync(path.join(folder, 'hl7v2')) ? path.join(folder, 'hl7v2') : null
}

/** Every HL7 v2 sample by its path, as bytes; none where there is no folder. */
export function hl7Samples(): ReadonlyMap<string, Uint8Array> {
  const folder = samplesFolder()
  if (!folder) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/LICENSE/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [path.relative(folder, file), new Uint8Array(readFileSync(file))]))
}
