import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { projectRoot } from '@/lib/operations/project-root'

/** The scripts of one page, in bytes after gzip. */
export type PageWeight = {
  route: string
  /** Whether it has a form for staff that posts to a server action. */
  hasForm: boolean
  /** Beyond the bare framework: what is ours, and what of a library it brings. */
  scriptBytes: number
}

const BUILD = path.join(projectRoot, '.next')
const FRAMEWORK = '/node_modules/next/'

const buildManifest = z.object({ rootMainFiles: z.array(z.string()) })
const actionsManifest = z.object({
  node: z.record(z.string(), z.object({ workers: z.record(z.string(), z.unknown()) })),
})
const pageManifest = z.object({
  clientModules: z.record(z.string(), z.object({ chunks: z.array(z.string()) })),
  entryJSFiles: z.record(z.string(), z.array(z.string())),
})

/** What a browser fetches before any page of ours adds to it, in bytes after gzip. */
export function bareFrameworkBytes(): number {
  return sizeOf(bareFramework(pageManifests().map(({ manifest }) => manifest)))
}

/** Every page of the build with its own scripts, the heaviest first. */
export function pageWeights(): PageWeight[] {
  const pages = pageManifests()
  const bare = bareFramework(pages.map(({ manifest }) => manifest))
  const { node: actions } = actionsManifest.parse(readJson('server/server-reference-manifest.json'))
  const posting = new Set(Object.values(actions).flatMap(({ workers }) => Object.keys(workers)))
  return pages
    .map(({ route, manifest }) => {
      const own = new Set(
        Object.values(manifest.entryJSFiles)
          .flat()
          .filter((file) => !bare.has(file)),
      )
      const hasForm = route.startsWith('/(staff)') && posting.has(`app${route}/page`)
      return { route, hasForm, scriptBytes: sizeOf(own) }
    })
    .sort((one, other) => other.scriptBytes - one.scriptBytes)
}

/** A page of HTML as a proxy in front would send it, in bytes. */
export function brotliBytes(html: string): number {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
}

/** The files of the framework itself, and those that hold its own client components and no page's of ours alone. */
function bareFramework(manifests: readonly z.infer<typeof pageManifest>[]): Set<string> {
  const { rootMainFiles } = buildManifest.parse(readJson('build-manifest.json'))
  const ownComponents = manifests.flatMap(({ clientModules }) =>
    Object.entries(clientModules).flatMap(([module, { chunks }]) =>
      module.includes(FRAMEWORK) ? chunks : [],
    ),
  )
  return new Set([...rootMainFiles, ...ownComponents.map((file) => file.replace('/_next/', ''))])
}

function pageManifests(): { route: string; manifest: z.infer<typeof pageManifest> }[] {
  const folder = path.join(BUILD, 'server/app')
  const suffix = '/page_client-reference-manifest.js'
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => `/${file}`.endsWith(suffix) && !file.startsWith('_'))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      const manifest: unknown = JSON.parse(text.slice(text.indexOf('] = {') + 4).replace(/;\s*$/, ''))
      return { route: `/${file}`.slice(0, -suffix.length) || '/', manifest: pageManifest.parse(manifest) }
    })
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(BUILD, file), 'utf8')) as unknown
}

function sizeOf(files: ReadonlySet<string>): number {
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(BUILD, file)), { level: 9 }).length,
    0,
  )
}
