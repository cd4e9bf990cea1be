import { TUMOUR_GROUP_LABELS, tumourGroupOf } from './tumour-group'

/** What cancers are called in letters, by ICD-10 category. Our own words, not those of ICD-10. */
const NAMES: Readonly<Record<string, string>> = {
  C15: 'Oesophageal cancer',
  C16: 'Stomach cancer',
  C17: 'Small bowel cancer',
  C18: 'Colon cancer',
  C19: 'Rectosigmoid cancer',
  C20: 'Rectal cancer',
  C21: 'Anal cancer',
  C22: 'Liver cancer',
  C23: 'Gallbladder cancer',
  C25: 'Pancreatic cancer',
  C32: 'Laryngeal cancer',
  C34: 'Lung cancer',
  C43: 'Melanoma',
  C44: 'Skin cancer',
  C45: 'Mesothelioma',
  C50: 'Breast cancer',
  C51: 'Vulval cancer',
  C52: 'Vaginal cancer',
  C53: 'Cervical cancer',
  C54: 'Womb cancer',
  C55: 'Womb cancer',
  C56: 'Ovarian cancer',
  C60: 'Penile cancer',
  C61: 'Prostate cancer',
  C62: 'Testicular cancer',
  C64: 'Kidney cancer',
  C65: 'Cancer of the renal pelvis',
  C66: 'Cancer of the ureter',
  C67: 'Bladder cancer',
  C71: 'Brain cancer',
  C73: 'Thyroid cancer',
  C81: 'Hodgkin lymphoma',
  C82: 'Follicular lymphoma',
  C83: 'Non-Hodgkin lymphoma',
  C84: 'T-cell lymphoma',
  C85: 'Non-Hodgkin lymphoma',
  C90: 'Myeloma',
  C91: 'Lymphoid leukaemia',
  C92: 'Myeloid leukaemia',
  C95: 'Leukaemia',
  D05: 'Breast carcinoma in situ',
}

/** `Prostate cancer` of `C61`: the organ where letters name it, else the tumour group. */
export function cancerName(icd10Code: string): string {
  return NAMES[icd10Code.slice(0, 3)] ?? `${TUMOUR_GROUP_LABELS[tumourGroupOf(icd10Code)]} cancer`
}
