import ts from 'typescript'
import type { ProjectFile } from '../project-files'
import { parse, topFunctions, nodesOf, type NamedFunction } from '../syntax'

/** Modules that carry the domains, and the two that decide who the actor is. */
const NOT_BOUND = /^lib\/(?:nhs|platform|operations|interop|decisions|access|accounts)\//
/** A member of staff, who came by a link, or a named job. */
const ACTORS = ['Actor', 'LinkActor', 'Actor | LinkActor', 'SystemActor']
const DOORS = ['asActor', 'hotRead', 'asJob']

/** Queries and commands of a domain: its files outside internal/. */
function isQueryOrCommand(path: string): boolean {
  return /^lib\/[^/]+\/[^/]+\.ts$/.test(path) && !NOT_BOUND.test(path)
}

/**
 * An exported function that reaches the database says who is asking: the actor is its first argument, or, where it runs
 * inside a transaction that has one already, the transaction is.
 */
export function actorFirstProblems(file: ProjectFile): string[] {
  if (!isQueryOrCommand(file.path)) return []
  const functions = topFunctions(parse(file))
  const reaching = namesReachingDatabase(functions)
  return functions
    .filter(({ exported, name, node }) => exported && (reaching.has(name) || takesTransaction(node)))
    .filter(({ node, name }) => !isBound(node, reaching.has(name)))
    .map(({ name }) => `${file.path}: ${name} reaches the database, and its first argument is not the actor`)
}

function isBound(node: NamedFunction['node'], opensDoor: boolean): boolean {
  const [first] = node.parameters
  const name = first?.name.getText()
  const type = first?.type?.getText()
  return (name === 'actor' && ACTORS.includes(type ?? '')) || (!opensDoor && name === 'tx' && type === 'Tx')
}

function takesTransaction(node: NamedFunction['node']): boolean {
  return node.parameters.some(({ type }) => type?.getText() === 'Tx')
}

/** The functions that go through a door, themselves or by way of another function of the file. */
function namesReachingDatabase(functions: readonly NamedFunction[]): Set<string> {
  const reaching = new Set(DOORS)
  for (;;) {
    const more = functions.filter(({ name, node }) => !reaching.has(name) && mentions(node, reaching))
    if (more.length === 0) return reaching
    more.forEach(({ name }) => reaching.add(name))
  }
}

function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  return nodesOf(node, ts.isIdentifier).some(({ text }) => names.has(text))
}
