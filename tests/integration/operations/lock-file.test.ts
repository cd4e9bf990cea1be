import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { candidatePlaces, lockFileSchema, missingEntries } from '@/lib/operations/lock-file'
import { projectRoot } from '@/lib/operations/project-root'

describe('completing the lock file', () => {
  it('has been done: npm ci finds the builds for every machine', () => {
    const lock = lockFileSchema.parse(
      JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')),
    )
    expect(missingEntries(lock.packages)).toEqual({})
  })

  it('looks for a package where Node would', () => {
    expect(candidatePlaces('node_modules/a/node_modules/@b/c', 'd')).toEqual([
      'node_modules/a/node_modules/@b/c/node_modules/d',
      'node_modules/a/node_modules/d',
      'node_modules/d',
    ])
    expect(candidatePlaces('', 'd')).toEqual(['node_modules/d'])
  })

  it('adds what nothing meets, for the machine that its name says', () => {
    const packages = {
      'node_modules/next': {
        optionalDependencies: { '@next/swc-linux-x64-gnu': '1.0.0', '@next/swc-win32-arm64-msvc': '^1.0.0' },
      },
      'node_modules/@next/swc-linux-x64-gnu': {},
    }
    expect(missingEntries(packages)).toEqual({
      'node_modules/@next/swc-win32-arm64-msvc': {
        version: '1.0.0',
        cpu: ['arm64'],
        optional: true,
        os: ['win32'],
      },
    })
  })
})
