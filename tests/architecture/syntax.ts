import ts from 'typescript'
import type { ProjectFile } from './project-files'

const parsed = new WeakMap<ProjectFile, ts.SourceFile>()

/** The parsed file; types are not looked up. */
export function parse(file: ProjectFile): ts.SourceFile {
  const kind = file.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source =
    parsed.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind)
  parsed.set(file, source)
  return source
}

/** Every node of the kind, at any depth. */
export function nodesOf<Node extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is Node): Node[] {
  const found: Node[] = []
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(root)
  return found
}

/** The directives ('use server' and the like) of the file and of every function in it. */
export function directivesOf(file: ts.SourceFile): { text: string; atTop: boolean }[] {
  return nodesOf(file, ts.isExpressionStatement).flatMap(({ expression, parent }) => {
    if (!ts.isStringLiteral(expression) || !expression.text.startsWith('use ')) return []
    return [{ text: expression.text, atTop: parent === file }]
  })
}

/** The names called, `requireActor` of `requireActor()` and `parse` of `schema.parse()`. */
export function calledNames(root: ts.Node): string[] {
  return nodesOf(root, ts.isCallExpression).map(({ expression }) =>
    ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText(),
  )
}

/** Every string literal and template without substitutions. */
export function stringsOf(root: ts.Node): string[] {
  return nodesOf(root, ts.isStringLiteralLike).map((literal) => literal.text)
}

/** Whether the declaration is exported where it stands. */
export function isExported(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false
}

export type NamedFunction = {
  name: string
  exported: boolean
  node: ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression
}

/** The functions declared at the top of the file, as `function f` or `const f = () =>`. */
export function topFunctions(file: ts.SourceFile): NamedFunction[] {
  return file.statements.flatMap((statement): NamedFunction[] => {
    if (ts.isFunctionDeclaration(statement)) {
      return [{ name: statement.name?.text ?? 'default', exported: isExported(statement), node: statement }]
    }
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }): NamedFunction[] => {
      const isFunction =
        initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      return isFunction ? [{ name: name.getText(), exported: isExported(statement), node: initializer }] : []
    })
  })
}
