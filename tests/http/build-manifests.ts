import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '@/lib/operations/project-root'
import { actionNamesIn } from '@/tests/architecture/checks/endpoints'

/** A server action as the build serves it. */
export type BuiltAction = {
  /** What a post names it by; new with every build. */
  id: string
  /** What the access table knows it by. */
  name: string
  /** A page that has it, as Next writes its address. */
  route: string
}

const SERVER = path.join(projectRoot, '.next/server')

const actionsSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ workers: z.record(z.string(), z.unknown()), filename: z.string(), exportedName: z.string() }),
  ),
})
const pathsSchema = z.record(z.string(), z.string())

/** The server actions that the build serves. @throws Error for one that is in no file of actions */
export function builtActions(): BuiltAction[] {
  const { node } = actionsSchema.parse(manifest('server-reference-manifest.json'))
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
    const [worker = ''] = Object.keys(workers)
    const known = actionNamesIn(fileAt(filename), moduleFile)
    const action = known.find((one) => one.exportedName === exportedName)
    if (!action)
      throw new Error(`the build serves ${exportedName} of ${filename}, which formAction did not make`)
    return { id, name: action.name, route: routeOf(worker.replace(/^app/, '')) }
  })
}

/** The pages and route handlers that the build serves, as Next writes their addresses. */
export function builtRoutes(): string[] {
  return Object.keys(pathsSchema.parse(manifest('app-paths-manifest.json'))).map(routeOf)
}

/** `/(staff)/worklist/page` is `/worklist`. */
function routeOf(entry: string): string {
  const segments = entry.split('/').slice(1, -1)
  return `/${segments.filter((segment) => !/^\(.*\)$/.test(segment)).join('/')}`
}

function manifest(file: string): unknown {
  return JSON.parse(readFileSync(path.join(SERVER, file), 'utf8')) as unknown
}

function fileAt(file: string) {
  return { path: file, text: readFileSync(path.join(projectRoot, file), 'utf8') }
}

function moduleFile(module: string) {
  const file = `${module.slice(2)}.ts`
  return existsSync(path.join(projectRoot, file)) ? fileAt(file) : undefined
}
