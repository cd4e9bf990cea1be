import ts from 'typescript'
import type { ProjectFile } from '../project-files'
import { nodesOf, parse } from '../syntax'

const MAKERS = ['formAction', 'publicFormAction', 'linkFormAction']

/**
 * The server actions of a file: the export, and the name by which the access table knows it.
 *
 * @param fileOf the file that a module is imported from, for a name that another module gives
 */
export function actionNamesIn(
  file: ProjectFile,
  fileOf: (module: string) => ProjectFile | undefined = () => undefined,
): { exportedName: string; name: string }[] {
  return declarationsIn(file).flatMap(({ name: exported, initializer }) => {
    if (!initializer || !ts.isCallExpression(initializer)) return []
    if (!MAKERS.includes(initializer.expression.getText())) return []
    const exportedName = exported.getText()
    const [first] = initializer.arguments
    const name = textOf(first) ?? importedText(file, first?.getText(), fileOf)
    if (!name) throw new Error(`${file.path}: ${exportedName} has no name`)
    return [{ exportedName, name }]
  })
}

function declarationsIn(file: ProjectFile): ts.VariableDeclaration[] {
  return parse(file).statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  )
}

function textOf(node: ts.Expression | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined
}

function importedText(
  file: ProjectFile,
  name: string | undefined,
  fileOf: (module: string) => ProjectFile | undefined,
): string | undefined {
  const source = nodesOf(parse(file), ts.isImportDeclaration).find((declaration) =>
    nodesOf(declaration, ts.isImportSpecifier).some((specifier) => specifier.name.text === name),
  )
  const module =
    source && ts.isStringLiteral(source.moduleSpecifier) ? fileOf(source.moduleSpecifier.text) : undefined
  return textOf(
    module && declarationsIn(module).find((declaration) => declaration.name.getText() === name)?.initializer,
  )
}

/** What is there and not in the table, and the other way round. */
export function differences(there: readonly string[], table: readonly string[]): string[] {
  return [
    ...there.filter((name) => !table.includes(name)).map((name) => `${name}: not in the table`),
    ...table.filter((name) => !there.includes(name)).map((name) => `${name}: in the table, but not there`),
  ]
}
