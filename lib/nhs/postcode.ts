import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** Area and district, then sector and unit; wide enough for the pseudo postcodes ZZ99 of the NHS Postcode Directory. */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/

/** Reads a United Kingdom postcode however it is spaced and gives it as `SO16 6YD`. That it exists is not checked. */
export function parsePostcode(text: string): Parsed<string, 'missing' | 'not_a_postcode'> {
  const code = text.replace(/\s/gu, '').toUpperCase()
  if (code === '') return refused('missing')
  const [, outward, inward] = POSTCODE.exec(code) ?? []
  return outward ? read(`${outward} ${inward}`) : refused('not_a_postcode')
}
