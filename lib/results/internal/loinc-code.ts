/** Whether the text has the form of a LOINC code with the right check digit (mod 10, Appendix B of the LOINC Users' Guide). */
export function isLoincCode(text: string): boolean {
  const [, digits, check] = /^(\d{1,6})-(\d)$/.exec(text) ?? []
  if (digits === undefined || check === undefined) return false
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10 === Number(check)
}
