import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectRoot } from '@/lib/operations/project-root'

const generated = 'lib/platform/prisma-client'
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')))

describe('Commands', () => {
  let clone: string

  beforeAll(() => {
    clone = mkdtempSync(path.join(os.tmpdir(), 'alongside-clone-'))
    for (const part of ['lib', 'prisma', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      const filter = (source: string) => !source.startsWith(path.join(projectRoot, generated))
      cpSync(path.join(projectRoot, part), path.join(clone, part), { recursive: true, filter })
    }
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(clone, 'node_modules'))
  })

  afterAll(() => rmSync(clone, { recursive: true, force: true }))

  it('all begin with the same first steps', () => {
    for (const script of Object.values(scripts))
      expect(script).toMatch(/^node lib\/operations\/first-steps\.mjs /)
  })

  it('run in a fresh clone, where the client that their code imports has not been generated', async () => {
    const [, ...words] = scripts['administrator:create']?.split(' ') ?? []
    const child = spawn(process.execPath, [...words, '--help'], { cwd: clone })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const [code] = await once(child, 'close')
    expect(said).toMatch(/^npm run administrator:create/)
    expect(code).toBe(0)
    expect(existsSync(path.join(clone, generated, 'client.ts'))).toBe(true)
  })
})
