import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { compile, Logger } from 'sass'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const pluginFile = path.join(root, 'lib/platform/postcss-name-only-container.cjs')
const plugin = createRequire(import.meta.url)(pluginFile) as () => {
  AtRule: { container: (rule: { params: string }) => void }
}

function throughPlugin(params: string): string {
  const rule = { params }
  plugin().AtRule.container(rule)
  return rule.params
}

describe('nhsuk-frontend as we build it', () => {
  const { css } = compile(path.join(root, 'app/nhsuk.scss'), {
    loadPaths: [path.join(root, 'node_modules')],
    logger: Logger.silent,
  })

  it('brings no font and asks nothing of another host', () => {
    expect(css).not.toMatch(/@font-face|frutiger|https?:\/\//i)
  })

  it('stands in its layer, so that utilities win', () => {
    const outside = css.replace(/^@layer nhsuk \{[\s\S]*?^\}/m, '')
    expect(outside.trim()).toBe('@charset "UTF-8";\n@layer theme, base, nhsuk, components, utilities;')
  })

  it('still needs the plugin for Turbopack, which gives each name a condition that always holds', () => {
    const nameOnly = [...css.matchAll(/@container ([\w-]+)\s*\{/g)].map(([, name = '']) => name)
    expect(nameOnly).toContain('scroll-content')
    for (const name of nameOnly) expect(throughPlugin(name)).toBe(`${name} (width >= 0px)`)
    expect(throughPlugin('scroll-content (width > 10px)')).toBe('scroll-content (width > 10px)')
  })
})

describe('our own stylesheet', () => {
  const css = readFileSync(path.join(root, 'app/globals.css'), 'utf8')

  it('does not bring in the reset that breaks nhsuk-frontend', () => {
    const imports = [...css.matchAll(/@import '([^']+)'/g)].map(([, file]) => file)
    expect(imports).toEqual(['tailwindcss/theme.css', 'tailwindcss/utilities.css'])
  })
})
