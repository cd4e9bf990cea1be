import { modelsOf } from './checks/models'
import { filesMatching, type ProjectFile } from './project-files'

/** Models whose module is another than the one their schema file is named for. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  accessLog: 'access-log',
  accessLogChain: 'access-log',
  emergencyAccess: 'access',
  submission: 'access',
}

/** Which module of lib owns each model: the one that its file in prisma/schema is named for. */
export function ownersFrom(schemas: readonly ProjectFile[]): Map<string, string> {
  const owners = schemas.flatMap((schema) => {
    const module = /([^/]+)\.prisma$/.exec(schema.path)?.[1] ?? ''
    return modelsOf(schema).map((model): [string, string] => [model, EXCEPTIONS[model] ?? module])
  })
  return new Map(owners)
}

export const schemaFiles = filesMatching(/^prisma\/schema\/.+\.prisma$/)
export const modelOwners = ownersFrom(schemaFiles)
export const unknownExceptions = Object.keys(EXCEPTIONS).filter((model) => !modelOwners.has(model))
