import { hostname } from 'node:os'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants'
import { describe, expect, it } from 'vitest'
import config from '@/next.config'

describe('the settings of the web server', () => {
  it('let a browser follow changes under each name of this machine, while developing alone', () => {
    const names = config(PHASE_DEVELOPMENT_SERVER).allowedDevOrigins
    expect(names).toEqual(expect.arrayContaining(['127.0.0.1', hostname()]))
    expect(names).not.toContain('*')
    expect(config(PHASE_PRODUCTION_SERVER)).not.toHaveProperty('allowedDevOrigins')
  })
})
