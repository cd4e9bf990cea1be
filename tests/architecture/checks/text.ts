import { posix } from 'node:path'
import ts from 'typescript'
import type { ProjectFile } from '../project-files'
import { nodesOf, parse } from '../syntax'

const NOT_RUN = ['skip', 'only', 'todo', 'fixme', 'skipIf', 'runIf', 'failing', 'fails']
const RUNNERS = /^(?:it|test|describe|bench|suite)\b/

/** A test that does not run, or that waits instead of watching, proves nothing. */
export function restingTestProblems(file: ProjectFile): string[] {
  const accesses = nodesOf(parse(file), ts.isPropertyAccessExpression)
  const resting = accesses.filter(
    ({ name, expression }) => NOT_RUN.includes(name.text) && RUNNERS.test(expression.getText()),
  )
  const sleeping = accesses.filter(({ name }) => name.text === 'waitForTimeout')
  return [
    ...resting.map((access) => `${file.path}: ${access.getText()}: tests run, all of them`),
    ...sleeping.map((access) => `${file.path}: ${access.getText()}: wait for what should happen`),
  ]
}

/** Preflight is Tailwind's reset: it takes the looks from the design system's own elements. */
export function preflightProblems(file: ProjectFile): string[] {
  const imports = file.text.match(
    /@(?:import|use|reference|forward)\s+(?:url\()?['"]?tailwindcss(?:\/(?:index|preflight)(?:\.css)?)?['"]?[\s;)]/g,
  )
  const directives = file.text.match(/@tailwind\s+base/g)
  return [...(imports ?? []), ...(directives ?? [])].map(
    (line) => `${file.path}: ${line.trim()} brings preflight in`,
  )
}

/** Links of a Markdown file that lead to no file of the project. */
export function linkProblems(file: ProjectFile, exists: (path: string) => boolean): string[] {
  const prose = file.text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
  const targets = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)|(?:src|href)="([^"]+)"/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
  return targets
    .filter((target) => !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target))
    .map((target) => decodeURI(target.replace(/[#?].*$/, '')))
    .filter((target) => !exists(posix.normalize(posix.join(posix.dirname(file.path), target))))
    .map((target) => `${file.path}: ${target} is not there`)
}

/**
 * Paths that exist on one machine only.
 *
 * @param root where the project stands now
 */
export function machinePathProblems(file: ProjectFile, root: string): string[] {
  const here =
    root.split('/').length > 2 && file.text.includes(`${root}/`) ? [`${file.path}: names ${root}`] : []
  const homes =
    file.text.match(
      /(?:(?<![\w.~-])\/(?:home|Users)\/[a-z][\w.-]*\/|[A-Z]:\\Users\\|(?<![\w.~-])\/root\/\w)/g,
    ) ?? []
  return [...here, ...homes.map((home) => `${file.path}: names ${home}`)]
}
