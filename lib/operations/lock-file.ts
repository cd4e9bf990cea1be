import { z } from 'zod'

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** The part of package-lock.json that matters here; the rest of each entry is kept as it is. */
export const lockFileSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      dev: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

export type LockedPackages = z.infer<typeof lockFileSchema>['packages']

/** The places where a package at `place` finds `name`, nearest first. */
export function candidatePlaces(place: string, name: string): string[] {
  const folder = place ? `${place}/` : ''
  const here = `${folder}node_modules/${name}`
  if (!place) return [here]
  const parent = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))
  return [here, ...candidatePlaces(parent, name)]
}

/**
 * Entries for the optional dependencies that no entry meets: builds for other machines that the registry at hand did
 * not offer. npm calls a lock file without them out of step, and `npm ci` refuses it.
 */
export function missingEntries(packages: LockedPackages): LockedPackages {
  const missing = Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !candidatePlaces(place, name).some((candidate) => packages[candidate]))
      .map(([name, range]) => [`node_modules/${name}`, inertEntry(name, range, entry.dev)] as const),
  )
  return Object.fromEntries(missing)
}

/** The name tells for which machine it is; on every other, npm passes it over. */
function inertEntry(name: string, range: string, dev: boolean | undefined): LockedPackages[string] {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    optional: true,
    ...(os.length > 0 && { os }),
  }
}
