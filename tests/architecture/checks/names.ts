import type { ProjectFile } from '../project-files'

const FORBIDDEN = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'types', 'constants']
const TOP = ['app', 'components', 'lib', 'prisma', 'public', 'tests']
/** Names that tools fix: reference data is named by its version, the standard files of a project by habit. */
const FIXED = /^(?:README\.md|proxy\.ts|\..+)$/

/** A name says what is inside; an index file says nothing and hides where things come from. */
export function nameProblems(path: string): string[] {
  const segments = path.split('/')
  const file = segments.at(-1) ?? ''
  const problems: string[] = []
  if (/^index\.[jt]sx?$/.test(file)) problems.push(`${path}: no index files`)
  const stems = segments.map((segment) => segment.replace(/\..*$/, ''))
  if (stems.some((stem) => FORBIDDEN.includes(stem))) problems.push(`${path}: a name that says nothing`)
  if (stems.some((stem) => /-(?:helpers?|utils?)$/.test(stem)))
    problems.push(`${path}: split by meaning, not by size`)
  const ours = TOP.includes(segments[0] ?? '') ? segments : []
  if (ours.some((segment) => !isKebab(segment))) problems.push(`${path}: not in kebab case`)
  return problems
}

/** Next's folders in brackets carry a parameter's or a group's name; migrations are named by Prisma. */
function isKebab(segment: string): boolean {
  if (FIXED.test(segment) || /^\d{14}_[a-z0-9_]+$/.test(segment)) return true
  return /^(?:[a-z0-9]+(?:[-.][a-z0-9]+)*|\[{1,2}(?:\.\.\.)?[a-zA-Z]+\]{1,2}|\([a-z-]+\)|migration_lock\.toml)$/.test(
    segment,
  )
}

/** What the project says of a domain: one page, in clinical words. */
export function readmeProblems(domain: string, readme: ProjectFile | undefined): string[] {
  if (!readme) return [`lib/${domain}: has no README.md`]
  const lines = readme.text.trimEnd().split('\n').length
  return lines > 40 ? [`${readme.path}: ${lines} lines; 40 is one page`] : []
}
