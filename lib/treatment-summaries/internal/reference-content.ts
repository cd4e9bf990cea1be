import 'server-only'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import newest from '@/prisma/reference/treatment-summary-content/2026-11.json' with { type: 'json' }
import type { RecordFacts } from '../draft-from-record'
import { drugFamiliesNotGiven } from '../drugs-not-given'
import type { OfferedContent } from '../offer-content'
import { selectSummaryContent } from '../select-summary-content'
import { parseSummaryContent } from '../summary-content'

const content = parseSummaryContent(newest)

/** What the reference content that is in force offers for this cancer and these treatments. */
export function offeredContent(
  { icd10Code }: Pick<Diagnosis, 'icd10Code'>,
  treatments: RecordFacts['treatments'],
): OfferedContent {
  return selectSummaryContent(content, {
    tumourGroups: [tumourGroupOf(icd10Code)],
    modalities: treatments.map(({ modality }) => modality).filter((code) => TREATMENT_MODALITIES.has(code)),
    diagnosisCodes: [icd10Code],
    familiesNotGiven: drugFamiliesNotGiven(content.drugFamilies, treatments),
  })
}
