/** The columns that a patient file must have, in any order, by the heading it has in the file. Others are passed over. */
export const PATIENT_FILE_COLUMNS = {
  nhsNumber: 'NHS Number',
  hospitalNumber: 'Hospital Number',
  title: 'Title',
  familyName: 'Surname',
  givenName: 'Forename',
  preferredName: 'Preferred Name',
  bornOn: 'Date of Birth',
  sex: 'Sex',
  ethnicCategory: 'Ethnic Category',
  preferredLanguage: 'Preferred Language',
  interpreterRequired: 'Interpreter Required',
  addressLine1: 'Address Line 1',
  addressLine2: 'Address Line 2',
  postcode: 'Postcode',
  practiceCode: 'GP Practice Code',
  mobileTelephone: 'Mobile',
  email: 'Email',
  diagnosedOn: 'Date of Diagnosis',
  diagnosisCode: 'Diagnosis ICD10',
  laterality: 'Laterality',
  diedOn: 'Date of Death',
} as const

export type PatientFileColumn = keyof typeof PATIENT_FILE_COLUMNS

export const PATIENT_FILE_COLUMN_KEYS = Object.keys(PATIENT_FILE_COLUMNS) as PatientFileColumn[]

/** Where each column stands in a file, and how many cells its rows have. */
export type PatientFileLayout = { positions: Record<PatientFileColumn, number>; width: number }

/** Headings that stop a file from being read: missing ones, or ones that stand there twice. */
export type HeadingFault = { missing: string[]; repeated: string[]; recognised: number }

function plain(heading: string): string {
  return heading.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Finds the columns by their headings; case and spacing do not count. */
export function findColumns(headings: readonly string[]): PatientFileLayout | HeadingFault {
  const found = headings.map(plain)
  const places = PATIENT_FILE_COLUMN_KEYS.map((key) => {
    const heading = PATIENT_FILE_COLUMNS[key]
    const wanted = plain(heading)
    return { key, heading, first: found.indexOf(wanted), last: found.lastIndexOf(wanted) }
  })
  const missing = places.filter(({ first }) => first === -1).map(({ heading }) => heading)
  const repeated = places.filter(({ first, last }) => first !== last).map(({ heading }) => heading)
  if (missing.length + repeated.length > 0) {
    return { missing, repeated, recognised: places.length - missing.length }
  }
  const positions = Object.fromEntries(
    places.map(({ key, first }) => [key, first]),
  ) as PatientFileLayout['positions']
  return { positions, width: headings.length }
}
