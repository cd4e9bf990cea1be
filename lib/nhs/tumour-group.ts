/** Tumour groups in the order a list of them is shown. */
export const TUMOUR_GROUP_LABELS = {
  breast: 'Breast',
  urology: 'Urology',
  colorectal: 'Colorectal and anal',
  lung: 'Lung and pleura',
  gynaecology: 'Gynaecology',
  upper_gastrointestinal: 'Upper gastrointestinal, liver and pancreas',
  head_and_neck: 'Head and neck',
  skin: 'Skin',
  haematology: 'Haematology',
  brain: 'Brain and central nervous system',
  endocrine: 'Thyroid and endocrine',
  bone_and_soft_tissue: 'Bone and soft tissue',
  unknown_primary: 'Unknown primary',
  other: 'Other',
} as const

export type TumourGroup = keyof typeof TUMOUR_GROUP_LABELS

/**
 * ICD-10 categories, first to last, of each tumour group as multidisciplinary teams are usually divided.
 * From general knowledge of ICD-10 chapter II, not from a published list: have a cancer registrar confirm it before live use.
 * C48 is shared between groups and counted under bone and soft tissue.
 */
const RANGES: readonly [from: string, to: string, group: TumourGroup][] = [
  ['C00', 'C14', 'head_and_neck'],
  ['C15', 'C17', 'upper_gastrointestinal'],
  ['C18', 'C21', 'colorectal'],
  ['C22', 'C25', 'upper_gastrointestinal'],
  ['C30', 'C32', 'head_and_neck'],
  ['C33', 'C34', 'lung'],
  ['C37', 'C38', 'lung'],
  ['C40', 'C41', 'bone_and_soft_tissue'],
  ['C43', 'C44', 'skin'],
  ['C45', 'C45', 'lung'],
  ['C46', 'C49', 'bone_and_soft_tissue'],
  ['C50', 'C50', 'breast'],
  ['C51', 'C58', 'gynaecology'],
  ['C60', 'C68', 'urology'],
  ['C70', 'C72', 'brain'],
  ['C73', 'C75', 'endocrine'],
  ['C76', 'C80', 'unknown_primary'],
  ['C81', 'C96', 'haematology'],
  ['D03', 'D03', 'skin'],
  ['D05', 'D05', 'breast'],
  ['D42', 'D43', 'brain'],
  ['D45', 'D47', 'haematology'],
]

/** Pituitary, craniopharyngeal duct and pineal gland: inside the skull, though their category is endocrine. */
const ENDOCRINE_OF_THE_BRAIN = ['C75.1', 'C75.2', 'C75.3']

/** The tumour group of a code as `parseDiagnosisCode` gives it; `other` where no group claims it. */
export function tumourGroupOf(diagnosisCode: string): TumourGroup {
  if (ENDOCRINE_OF_THE_BRAIN.includes(diagnosisCode)) return 'brain'
  const category = diagnosisCode.slice(0, 3)
  const range = RANGES.find(([from, to]) => from <= category && category <= to)
  return range?.[2] ?? 'other'
}
