import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/** COSD v10, CANCER TREATMENT MODALITY. */
export const TREATMENT_MODALITIES = codeList([
  ['01', 'Surgery'],
  ['02', 'Cytotoxic chemotherapy'],
  ['03', 'Hormone therapy'],
  ['04', 'Chemoradiotherapy'],
  ['05', 'External beam radiotherapy'],
  ['06', 'Brachytherapy'],
  ['07', 'Specialist palliative care'],
  ['08', 'Active monitoring'],
  ['09', 'Non-specialist palliative care'],
  ['10', 'Radiofrequency ablation'],
  ['11', 'High intensity focused ultrasound'],
  ['12', 'Cryotherapy'],
  ['13', 'Proton therapy'],
  ['14', 'Other drug treatment'],
  ['15', 'Immunotherapy'],
  ['16', 'Light therapy'],
  ['17', 'Hyperbaric oxygen'],
  ['19', 'Radioisotope therapy'],
  ['20', 'Laser treatment'],
  ['21', 'Biological therapy'],
  ['22', 'Radiosurgery'],
  ['97', 'Other treatment'],
  ['98', 'All treatment declined'],
])

export type TreatmentModality = CodeOf<typeof TREATMENT_MODALITIES>
