import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { z } from 'zod'
import { placeIn, ReferenceDataError } from '@/lib/platform/reference-data'

/**
 * What a reference file in YAML holds, checked against its schema. Aliases and keys that stand twice are refused: what a
 * reviewer reads at a line must be what is used.
 *
 * @param set the name of the set, for messages
 * @throws ReferenceDataError naming every fault by its line (from 1) and place
 */
export function parseReferenceYaml<Schema extends z.ZodType>(
  schema: Schema,
  set: string,
  text: string,
): z.output<Schema> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const unreadable = [
    ...document.errors.map(({ pos, message }) => ({ offset: pos[0], message })),
    ...aliasesOf(document),
  ].map(({ offset, message }) => `line ${lines.linePos(offset).line}: ${message}`)
  if (unreadable.length > 0) throw new ReferenceDataError(set, unreadable)
  const data: unknown = document.toJS()
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  throw new ReferenceDataError(
    set,
    parsed.error.issues.map((issue) => {
      const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
      const { line } = lines.linePos(offsetOf(document, [...issue.path, ...key]))
      return `line ${line}: ${placeIn(data, issue.path)}: ${issue.message}`
    }),
  )
}

function aliasesOf(document: Document): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = []
  visit(document, {
    Alias: (_key, alias) => {
      found.push({ offset: alias.range?.[0] ?? 0, message: 'an alias: write the value out' })
    },
  })
  return found
}

/** Where the key or entry at the path begins, or the last part of the path that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    const found = stepInto(node, step)
    if (!found) break
    offset = found.offset
    node = found.node
  }
  return offset
}

function stepInto(node: unknown, step: PropertyKey): { node: unknown; offset: number } | null {
  if (isSeq(node) && typeof step === 'number') return withOffset(node.items[step], node.items[step])
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return pair ? withOffset(pair.value, pair.key) : null
}

function withOffset(node: unknown, begins: unknown): { node: unknown; offset: number } | null {
  if (!isMap(begins) && !isSeq(begins) && !isScalar(begins)) return null
  return { node, offset: begins.range?.[0] ?? 0 }
}
