import { z } from 'zod'

/** Sources that are none: what a clinician would say from memory, and what we chose ourselves. Both are of low confidence. */
const UNPUBLISHED = ['memory', 'ours']

/** What a value of a reference file rests on: a source that the file lists (or `memory`, `ours`), and how sure it is. */
export const groundsShape = {
  source: z.string().trim().min(1, 'must name a source of the file, memory or ours'),
  /** high: read in a primary or official source; medium: in one secondary or local one; low: in none. */
  confidence: z.enum(['high', 'medium', 'low']),
}

/** The sources of a file: what each tag stands for. */
export const sourcesSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, 'a source is named in lower case with hyphens'),
  z.string().trim().min(1, 'must not be empty'),
)

type Fault = { path: PropertyKey[]; message: string }

/** Every source in the data that the list does not hold, and every unpublished one that claims to be sure. */
export function groundsFaults(data: unknown, sources: Record<string, string>): Fault[] {
  return collect(data, []).flatMap(({ path, source, confidence }) => {
    if (UNPUBLISHED.includes(source))
      return confidence === 'low'
        ? []
        : [{ path: [...path, 'confidence'], message: `what rests on ${source} alone is of low confidence` }]
    return Object.hasOwn(sources, source)
      ? []
      : [{ path: [...path, 'source'], message: `"${source}" is none of the sources of this file` }]
  })
}

/** The tags of the list that nothing in the data rests on. */
export function unusedSources(data: unknown, sources: Record<string, string>): string[] {
  const used = new Set(collect(data, []).map(({ source }) => source))
  return Object.keys(sources).filter((tag) => !used.has(tag))
}

function collect(
  data: unknown,
  path: PropertyKey[],
): { path: PropertyKey[]; source: string; confidence: unknown }[] {
  if (typeof data !== 'object' || data === null) return []
  const inside = Object.entries(data).flatMap(([key, value]) =>
    collect(value, [...path, Array.isArray(data) ? Number(key) : key]),
  )
  if (!('source' in data) || typeof data.source !== 'string') return inside
  return [{ path, source: data.source, confidence: Reflect.get(data, 'confidence') }, ...inside]
}
