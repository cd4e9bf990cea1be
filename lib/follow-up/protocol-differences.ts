import type { SectionInWords } from './protocol-in-words'

/** What one version says otherwise than another; null where it says nothing of it. */
export type Difference = { heading: string; what: string; before: string | null; after: string | null }

type Said = Omit<Difference, 'before' | 'after'> & { value: string }

/** Where two versions of a protocol differ, in the order of the later one; what it lacks comes last. */
export function differencesBetween(
  before: readonly SectionInWords[],
  after: readonly SectionInWords[],
): Difference[] {
  const [one, other] = [saidIn(before), saidIn(after)]
  const keys = [...new Set([...other.keys(), ...one.keys()])]
  return keys.flatMap((key) => {
    const [was, is] = [one.get(key), other.get(key)]
    const { heading, what } = is ?? was ?? { heading: '', what: '' }
    return was?.value === is?.value
      ? []
      : [{ heading, what, before: was?.value ?? null, after: is?.value ?? null }]
  })
}

/** What a version says of each thing; what is only understood whole as one. */
function saidIn(sections: readonly SectionInWords[]): Map<string, Said> {
  const said = new Map<string, Said>()
  for (const { heading, values } of sections)
    for (const { what, value, partOf } of values) {
      const key = `${heading}\n${partOf ?? what}`
      const before = said.get(key)
      const words = partOf ? `${what}: ${value}` : value
      said.set(key, {
        heading,
        what: partOf ?? what,
        value: before ? `${before.value}; ${words}` : words,
      })
    }
  return said
}
