/** Security floors. Below each, an advisory is open: see the note beside it. */
const FLOORS: Readonly<Record<string, string>> = {
  // GHSA-xqc2-xf4c-x3h3 (code execution in Server Components) and GHSA-h3gv-c5rc-p453; Next carries its own copy.
  next: '16.4.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'react-server-dom-webpack': '19.3.1',
  'react-server-dom-turbopack': '19.3.1',
  'next-auth': '4.24.15',
}

export type LockedPackage = {
  version?: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  optional?: boolean
  link?: boolean
}
export type Lock = { packages: Record<string, LockedPackage> }
export type Manifest = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  allowScripts?: Record<string, boolean>
}

const nameOf = (place: string) => place.replace(/^.*node_modules\//, '')
const installed = (lock: Lock) => Object.entries(lock.packages).filter(([place]) => place !== '')

/** Every copy of a package with a floor stands on or above it. */
export function floorProblems(lock: Lock): string[] {
  return installed(lock).flatMap(([place, { version = '0' }]) => {
    const floor = FLOORS[nameOf(place)]
    return floor && isBelow(version, floor) ? [`${place} ${version} is below ${floor}`] : []
  })
}

/** Packages come from the registry and are what their hash says; nothing comes from git or a bare address. */
export function originProblems(lock: Lock): string[] {
  return installed(lock).flatMap(([place, { resolved, integrity, link, optional }]) => {
    if (link) return [`${place}: a link to a folder`]
    if (resolved && !resolved.startsWith('https://registry.npmjs.org/'))
      return [`${place}: comes from ${resolved}`]
    // A build for another machine, which the registry did not offer to the one that wrote the lock.
    return integrity || optional ? [] : [`${place}: has no hash`]
  })
}

/** Direct dependencies are pinned exactly. */
export function pinProblems(manifest: Manifest): string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version))
    .map(([name, version]) => `${name} ${version} is not an exact version`)
}

/** Each install script was decided on, and no decision is about a package that is gone. */
export function installScriptProblems(lock: Lock, manifest: Manifest): string[] {
  const allowed = Object.keys(manifest.allowScripts ?? {})
  const scripted = installed(lock).filter(([, one]) => one.hasInstallScript)
  const names = scripted.map(([place]) => nameOf(place))
  return [
    ...scripted
      .filter(([place, one]) => !one.optional && !allowed.includes(nameOf(place)))
      .map(([place]) => `${place}: has an install script that allowScripts does not mention`),
    ...allowed
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: in allowScripts, but has no install script`),
  ]
}

function isBelow(version: string, floor: string): boolean {
  const [left, right] = [version, floor].map((text) => text.split(/[.-]/).map(Number))
  for (const place of [0, 1, 2]) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return version.includes('-') && !floor.includes('-')
}
