import { z } from 'zod'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { isSnomedCode } from '@/lib/nhs/snomed-code'
import { TUMOUR_GROUP_LABELS, tumourGroupOf, type TumourGroup } from '@/lib/nhs/tumour-group'
import { parseReferenceData, repeatedPlaces } from '@/lib/platform/reference-data'

/** When a consequence of treatment may show: in the weeks after it, in the months after, or years later. */
export const CONSEQUENCE_TIMES = ['now', 'within_a_year', 'late'] as const
/** How soon somebody must act: 999 or A&E at once, the advice line that day, the team or practice within days. */
export const ALERT_URGENCIES = ['emergency', 'same_day', 'within_days'] as const

const TUMOUR_GROUPS = Object.keys(TUMOUR_GROUP_LABELS) as TumourGroup[]

const code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be in lower case with underscores')
const title = z.string().trim().min(1, 'must not be empty').max(80, 'must be 80 characters or fewer')
const words = z.string().trim().min(1, 'must not be empty').max(400, 'must be 400 characters or fewer')
const snomedCode = z.string().refine(isSnomedCode, 'is no SNOMED CT concept code').nullable()

/** Whom an entry is about: everybody whose tumour group and treatment are among these. */
const applies = {
  tumourGroups: z.union([z.literal('all'), z.array(z.enum(TUMOUR_GROUPS)).min(1, 'must name a group')]),
  /** ICD-10 categories that narrow the groups (C61 of urology); left out, the whole group. */
  sites: z.array(z.string().regex(/^[CD]\d\d$/, 'must be an ICD-10 category')).optional(),
  /** COSD v10 treatment modalities, any of which is enough. */
  modalities: z.union([
    z.literal('any'),
    z.array(z.enum(TREATMENT_MODALITIES.codes)).min(1, 'must name a treatment'),
  ]),
  /** Codes of the drug families that it belongs to alone; left out, it belongs to every drug of its treatments. */
  drugFamilies: z.array(code).min(1, 'must name a family').optional(),
}

/** Drugs with the same effects, by the names that records give them. */
const drugFamily = z.strictObject({
  code,
  modality: z.enum(TREATMENT_MODALITIES.codes),
  names: z.array(z.string().trim().min(3, 'must be 3 letters or more')).min(1, 'must name a drug'),
})

const grounds = {
  /** What to check the entry against. The words are ours. */
  source: z.strictObject({
    name: z.string().trim().min(1, 'must not be empty'),
    year: z.int().min(1990).max(2100).nullable(),
  }),
  /** How sure its writer was, from general clinical knowledge: no approval. */
  confidence: z.enum(['high', 'medium', 'low']),
}

const consequence = z.strictObject({
  code,
  ...applies,
  when: z.enum(CONSEQUENCE_TIMES),
  title,
  /** To the person: what it is, what they can do. */
  whatItIs: words,
  whatYouCanDo: words,
  forPractice: words,
  ...grounds,
})

const alertSymptom = z.strictObject({
  code,
  ...applies,
  /** From 1: the three lowest of a tumour group stand on the first page. */
  order: z.int().positive(),
  urgency: z.enum(ALERT_URGENCIES),
  title,
  forPerson: words,
  forPractice: words,
  ...grounds,
})

const practiceRequest = z.strictObject({
  code,
  ...applies,
  title,
  detail: words,
  /** Whole months from the end of treatment; null when there is no day to count to. */
  dueMonths: z.int().min(0).max(120).nullable(),
  snomedCode,
  ...grounds,
})

const codeToFile = z.strictObject({ code, ...applies, title, snomedCode, note: z.string().trim().max(200) })

const LISTS = ['consequences', 'alertSymptoms', 'practiceRequests', 'codesToFile'] as const

const contentSchema = z
  .strictObject({
    name: z.literal('treatment-summary-content'),
    version: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be lower case letters, digits, dots and hyphens'),
    /** What must be done before live use, for whoever loads the file. */
    approval: z.string().trim().min(1, 'must not be empty'),
    drugFamilies: z.array(drugFamily),
    consequences: z.array(consequence).min(1, 'must hold at least one'),
    alertSymptoms: z.array(alertSymptom).min(1, 'must hold at least one'),
    practiceRequests: z.array(practiceRequest).min(1, 'must hold at least one'),
    codesToFile: z.array(codeToFile).min(1, 'must hold at least one'),
  })
  .superRefine((content, context) => {
    for (const list of LISTS) {
      const fault = (path: PropertyKey[], message: string) =>
        context.addIssue({ code: 'custom', path: [list, ...path], message })
      for (const place of repeatedPlaces(content[list].map((entry) => entry.code)))
        fault([place, 'code'], 'is used twice')
      content[list].forEach((entry, place) => {
        for (const family of strayedFamilies(entry, content.drugFamilies))
          fault([place, 'drugFamilies'], `"${family}" is no family of the treatments of the entry`)
        for (const site of strayedSites(entry))
          fault([place, 'sites'], `"${site}" is of no tumour group of the entry`)
      })
    }
  })

function strayedSites(entry: { tumourGroups: 'all' | TumourGroup[]; sites?: string[] }): string[] {
  const { tumourGroups, sites = [] } = entry
  return sites.filter((site) => tumourGroups === 'all' || !tumourGroups.includes(tumourGroupOf(site)))
}

/** An entry of one drug alone is of no other treatment: it could not be left out for what was given instead. */
function strayedFamilies(
  { drugFamilies = [], modalities }: { drugFamilies?: string[]; modalities: 'any' | readonly string[] },
  declared: readonly { code: string; modality: string }[],
): string[] {
  return drugFamilies.filter((code) => {
    const family = declared.find((other) => other.code === code)
    return modalities === 'any' || modalities.some((modality) => modality !== family?.modality)
  })
}

/** One version of what a treatment summary can say beyond the record. A deployment loads what its clinicians approve. */
export type SummaryContent = z.infer<typeof contentSchema>

/**
 * The content held in a reference file: codes unique in their list, groups, sites and modalities known.
 *
 * @throws ReferenceDataError naming every faulty entry
 */
export function parseSummaryContent(data: unknown): SummaryContent {
  return parseReferenceData(contentSchema, 'The treatment summary content', data)
}
