import type { SummaryContent } from './summary-content'

type DrugFamily = SummaryContent['drugFamilies'][number]
type Given = { modality: string; note: string | null }

/**
 * The drug families that the record rules out: such treatment was given, and each time its note names another drug of
 * it. Where a note names none, nobody knows, and nothing is ruled out.
 *
 * @returns codes of families
 */
export function drugFamiliesNotGiven(
  families: readonly DrugFamily[],
  treatments: readonly Given[],
): string[] {
  const notGiven = families.filter(({ code, modality }) => {
    const known = families.filter((family) => family.modality === modality)
    const given = treatments.filter((treatment) => treatment.modality === modality)
    const named = given.map(({ note }) => known.filter((family) => names(family, note)))
    return (
      given.length > 0 &&
      named.every((some) => some.length > 0 && !some.some((family) => family.code === code))
    )
  })
  return notGiven.map(({ code }) => code)
}

function names({ names }: DrugFamily, note: string | null): boolean {
  const words = (note ?? '').toLowerCase()
  return names.some((name) => words.includes(name.toLowerCase()))
}
