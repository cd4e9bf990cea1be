import ts from 'typescript'
import type { ProjectFile } from '../project-files'
import { directivesOf, isExported, nodesOf, parse } from '../syntax'

/** What makes a server action: it finds the actor, parses, runs and translates errors. */
const MAKER = '@/lib/accounts/form-action'
const WRAPPER = 'formAction'
/** For people who are not logged in, so for public routes alone. */
const PUBLIC_WRAPPER = 'publicFormAction'
/** For who came by a link: it is made by the wrapper, and finds another kind of actor. */
const LINK_MAKER = '@/lib/document-links/link-form-action'
const LINK_WRAPPER = 'linkFormAction'

const isActionsFile = (path: string) => /^app\/(?:.*\/)?actions\.ts$/.test(path)
const wrappersFor = (path: string) =>
  path.startsWith('app/(public)/') ? [WRAPPER, PUBLIC_WRAPPER] : [WRAPPER]

/**
 * 'use server' publishes every export of a file, so it stands at the top of actions.ts of a route and nowhere else,
 * and each export there is made by the wrapper.
 */
export function serverActionProblems(file: ProjectFile): string[] {
  const source = parse(file)
  const directives = directivesOf(source).filter(({ text }) => text === 'use server')
  if (!isActionsFile(file.path)) {
    return directives.map(() => `${file.path}: 'use server' outside actions.ts of a route`)
  }
  const problems: string[] = []
  if (!directives.some(({ atTop }) => atTop)) problems.push(`${file.path}: does not begin with 'use server'`)
  if (directives.some(({ atTop }) => !atTop)) problems.push(`${file.path}: 'use server' inside a function`)
  const wrappers = wrappersFor(file.path).filter((name) => importsFrom(source, MAKER).includes(name))
  if (file.path.startsWith('app/(public)/link/') && importsFrom(source, LINK_MAKER).includes(LINK_WRAPPER))
    wrappers.push(LINK_WRAPPER)
  const unwrapped = source.statements.flatMap((statement) => unwrappedExports(statement, wrappers))
  return [...problems, ...unwrapped.map((name) => `${file.path}: ${name} is not made by ${WRAPPER}(`)]
}

function unwrappedExports(statement: ts.Statement, wrappers: readonly string[]): string[] {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly ? [] : [statement.getText()]
  if (ts.isExportAssignment(statement)) return [statement.getText()]
  const isType = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)
  if (!isExported(statement) || isType) return []
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? 'default']
  if (!ts.isVariableStatement(statement)) return [statement.getText()]
  return statement.declarationList.declarations
    .filter(({ initializer }) => !isCallOf(wrappers, initializer))
    .map(({ name }) => name.getText())
}

function isCallOf(names: readonly string[], node: ts.Expression | undefined): boolean {
  return node !== undefined && ts.isCallExpression(node) && names.includes(node.expression.getText())
}

/** The names that the file imports from the module, under their own name. */
function importsFrom(source: ts.SourceFile, module: string): string[] {
  return nodesOf(source, ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === module)
    .flatMap((declaration) => nodesOf(declaration, ts.isImportSpecifier))
    .filter(({ propertyName }) => propertyName === undefined)
    .map(({ name }) => name.text)
}
