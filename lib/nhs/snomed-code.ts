/** Verhoeff's dihedral check (J. Verhoeff, "Error Detecting Decimal Codes", 1969): multiplication and permutation. */
const MULTIPLY = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]
const PERMUTE = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]

/** Partition of a concept: 00 in the international edition, 10 in a national extension. */
const CONCEPT = /^[1-9]\d{3,14}[01]0\d$/

/**
 * Whether the text has the form of a SNOMED CT concept identifier: 6 to 18 digits, the partition of a concept and a right
 * check digit (SNOMED CT Release File Specifications, "SCTID"). That it is the concept meant, a terminology server says.
 */
export function isSnomedCode(text: string): boolean {
  if (!CONCEPT.test(text)) return false
  const check = [...text].reverse().reduce((sum, digit, place) => {
    const permuted = Number(PERMUTE[place % PERMUTE.length]![Number(digit)])
    return Number(MULTIPLY[sum]![permuted])
  }, 0)
  return check === 0
}
