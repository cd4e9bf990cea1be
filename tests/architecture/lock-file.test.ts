import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  floorProblems,
  installScriptProblems,
  originProblems,
  pinProblems,
  type Lock,
  type LockedPackage,
  type Manifest,
} from './checks/lock-file'
import { projectRoot } from './project-files'

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(projectRoot, name), 'utf8'))
const lock = read('package-lock.json') as Lock
const manifest = read('package.json') as Manifest

describe('the lock file', () => {
  it('keeps to the security floors', () => {
    expect(floorProblems(lock)).toEqual([])
    expect(lock.packages['node_modules/next']).toBeDefined()
  })

  it('takes everything from the registry, with its hash', () => {
    expect(originProblems(lock)).toEqual([])
  })

  it('is asked for exact versions', () => {
    expect(pinProblems(manifest)).toEqual([])
  })

  it('runs only install scripts that were decided on', () => {
    expect(installScriptProblems(lock, manifest)).toEqual([])
  })
})

describe('the check of the lock file', () => {
  const one = (name: string, given: LockedPackage): Lock => ({
    packages: { '': {}, [`node_modules/${name}`]: { version: '1.0.0', integrity: 'sha512-x', ...given } },
  })

  it.each([
    ['next', '16.4.0', '16.4.1'],
    ['next', '15.5.29', '16.4.1'],
    ['next', '16.4.1-canary.3', '16.4.1'],
    ['react-dom', '19.3.0', '19.3.1'],
  ])('finds %s %s', (name, version, floor) => {
    expect(floorProblems(one(name, { version }))).toEqual([
      `node_modules/${name} ${version} is below ${floor}`,
    ])
  })

  it('finds a second copy deeper down', () => {
    expect(floorProblems(one('other/node_modules/next', { version: '14.0.0' }))).toHaveLength(1)
  })

  it.each(['16.4.1', '16.4.10', '16.10.0', '17.0.0'])('takes next %s', (version) => {
    expect(floorProblems(one('next', { version }))).toEqual([])
  })

  it.each([
    { resolved: 'git+ssh://git@github.com/someone/thing.git#abc' },
    { resolved: 'https://example.org/thing.tgz' },
    { link: true },
    { integrity: undefined },
  ])('finds a package that is not plainly from the registry: %o', (given) => {
    expect(originProblems(one('thing', given))).toHaveLength(1)
  })

  it('takes a package of the registry', () => {
    expect(originProblems(one('thing', {}))).toEqual([])
    expect(
      originProblems(one('thing', { resolved: 'https://registry.npmjs.org/thing/-/thing-1.0.0.tgz' })),
    ).toEqual([])
  })

  it.each(['^1.0.0', '~1.0.0', '*', 'latest', 'github:someone/thing', 'file:../thing', '>=1.0.0'])(
    'finds the loose %s',
    (version) => {
      expect(pinProblems({ devDependencies: { thing: version } })).toHaveLength(1)
    },
  )

  it('finds an install script that nobody decided on, and a decision about nothing', () => {
    const scripted = one('thing', { hasInstallScript: true })
    expect(installScriptProblems(scripted, { allowScripts: {} })).toEqual([
      'node_modules/thing: has an install script that allowScripts does not mention',
    ])
    expect(installScriptProblems(scripted, { allowScripts: { thing: false } })).toEqual([])
    expect(installScriptProblems(one('thing', {}), { allowScripts: { thing: true } })).toEqual([
      'thing: in allowScripts, but has no install script',
    ])
  })
})
