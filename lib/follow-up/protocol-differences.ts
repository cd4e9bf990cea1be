import type { SectionInWords } from './protocol-in-words'

/** What one version says otherwise than another; null where it says nothing of it. */
export type Difference = { heading: string; what: string; before: string | null; after: string | null }

/** Where two versions of a protocol differ, in the order of the later one; what it lacks comes last. */
export function differencesBetween(
  before: readonly SectionInWords[],
  after: readonly SectionInWords[],
): Difference[] {
  const flat = (sections: readonly SectionInWords[]) =>
    new Map(
      sections.flatMap(({ heading, values }) =>
        values.map(({ what, value }): [string, { heading: string; what: string; value: string }] => [
          `${heading}\n${what}`,
          { heading, what, value },
        ]),
      ),
    )
  const [one, other] = [flat(before), flat(after)]
  const keys = [...new Set([...other.keys(), ...one.keys()])]
  return keys.flatMap((key) => {
    const [was, is] = [one.get(key), other.get(key)]
    const { heading, what } = is ?? was ?? { heading: '', what: '' }
    return was?.value === is?.value
      ? []
      : [{ heading, what, before: was?.value ?? null, after: is?.value ?? null }]
  })
}
