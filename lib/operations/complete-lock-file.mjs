// Adds to package-lock.json the builds for other machines that the registry at hand did not offer when it was written.
// Without them `npm ci` says that the lock file is out of step. Run after each change of dependencies:
//   node lib/operations/complete-lock-file.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

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
const file = path.resolve(import.meta.dirname, '../../package-lock.json')

/** The places where `name` may lie for a package at `place`, nearest first. @param {string} place @param {string} name */
export function candidatePlaces(place, name) {
  const places = []
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    places.push(`${at && `${at}/`}node_modules/${name}`)
    if (!at) return places
  }
}

/** Optional dependencies that no entry meets, as entries. @param {Record<string, any>} packages */
export function missingEntries(packages) {
  const missing = Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !candidatePlaces(place, name).some((candidate) => packages[candidate]))
      .map(([name, range]) => [`node_modules/${name}`, inertEntry(name, range, entry.dev)]),
  )
  return Object.fromEntries(missing)
}

/** @param {string} name @param {string} range @param {boolean | undefined} dev */
function inertEntry(name, range, dev) {
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

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = missingEntries(lock.packages)
  const all = Object.entries({ ...lock.packages, ...added })
  lock.packages = Object.fromEntries(all.toSorted(([one], [other]) => one.localeCompare(other, 'en')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${Object.keys(added).length} added`)
}
