/** The same text for the ways to type a unit that mean nothing: both signs for micro, spaces, and the exponent sign. */
export function spelledUnit(unit: string): string {
  return unit.replaceAll('μ', 'µ').replaceAll(/\s/g, '')
}
