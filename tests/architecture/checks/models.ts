import ts from 'typescript'
import type { ProjectFile } from '../project-files'
import { nodesOf, parse } from '../syntax'

const OPERATIONS = /^(?:find|create|update|delete|upsert|count|aggregate|groupBy)/

/**
 * A model is queried only inside the module that owns it, where who may see its rows is decided.
 *
 * @param owners module by model, the model in the client's spelling (`careRelationship`)
 */
export function modelProblems(file: ProjectFile, owners: ReadonlyMap<string, string>): string[] {
  const module = /^lib\/([^/]+)\//.exec(file.path)?.[1] ?? file.path
  return [...new Set(modelsQueried(file))]
    .filter((model) => owners.has(model) && owners.get(model) !== module)
    .map((model) => `${file.path}: queries ${model}, which lib/${owners.get(model)} owns`)
}

/** `x.model.operation(…)`, whatever the client is called. */
function modelsQueried(file: ProjectFile): string[] {
  return nodesOf(parse(file), ts.isCallExpression).flatMap(({ expression }) => {
    if (!ts.isPropertyAccessExpression(expression) || !OPERATIONS.test(expression.name.text)) return []
    const model = expression.expression
    return ts.isPropertyAccessExpression(model) ? [model.name.text] : []
  })
}

/** The models of a schema file. */
export function modelsOf(schema: ProjectFile): string[] {
  return [...schema.text.matchAll(/^model (\w+) \{/gm)].map((match) => lowerFirst(match[1] ?? ''))
}

export type SchemaEnum = { name: string; values: string[] }

/** The enums of a schema file. */
export function enumsOf(schema: ProjectFile): SchemaEnum[] {
  return [...schema.text.matchAll(/^enum (\w+) \{([^}]*)\}/gm)].map(([, name = '', body = '']) => ({
    name,
    values: body
      .split('\n')
      .map((line) => line.replace(/\/\/.*$/, '').trim())
      .filter((line) => /^\w+$/.test(line)),
  }))
}

/** An enum is declared once, in the schema: a list or union that repeats its values goes stale unseen. */
export function retypedEnumProblems(file: ProjectFile, enums: readonly SchemaEnum[]): string[] {
  const source = parse(file)
  const lists = nodesOf(source, ts.isArrayLiteralExpression).map((list) => list.elements.map(textOf))
  const unions = nodesOf(source, ts.isUnionTypeNode).map((union) =>
    union.types.map((type) => (ts.isLiteralTypeNode(type) ? textOf(type.literal) : undefined)),
  )
  return [...lists, ...unions].flatMap((values) =>
    enums
      .filter((one) => one.values.length > 1 && sameSet(one.values, values))
      .map((one) => `${file.path}: retypes ${one.name}; import it from the generated enums`),
  )
}

function textOf(node: ts.Node): string | undefined {
  return ts.isStringLiteral(node) ? node.text : undefined
}

function sameSet(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value) => right.includes(value))
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
