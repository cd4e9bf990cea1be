import { z } from 'zod'
import { TUMOUR_GROUP_LABELS, tumourGroupOf, type TumourGroup } from '@/lib/nhs/tumour-group'
import { repeatedPlaces } from '@/lib/platform/reference-data'
import { groundsFaults, groundsShape, sourcesSchema, unusedSources } from '@/lib/platform/reference-grounds'
import { parseReferenceYaml } from '@/lib/platform/reference-yaml'
import { STREAMS } from './protocol'

const TUMOUR_GROUPS = Object.keys(TUMOUR_GROUP_LABELS) as TumourGroup[]
const code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be in lower case with underscores')
const words = z.string().trim().min(1, 'must not be empty').max(120, 'must be 120 characters or fewer')
const streams = z.array(z.enum(STREAMS)).min(1, 'must name a stream')

/** What has to have happened before somebody comes onto these streams. */
const prerequisite = z.strictObject({ code, text: words, requiredFor: streams, ...groundsShape })

/** What, when it holds, speaks against these streams. */
const criterion = z.strictObject({
  code,
  text: words,
  /** Whom it is about; left out, everybody. */
  of: z
    .strictObject({
      tumourGroup: z.enum(TUMOUR_GROUPS),
      sites: z.array(z.string().regex(/^[CD]\d\d$/, 'must be an ICD-10 category')).min(1),
    })
    .refine(({ tumourGroup, sites }) => sites.every((site) => tumourGroupOf(site) === tumourGroup), {
      path: ['sites'],
      message: 'must be of the tumour group',
    })
    .optional(),
  rulesOut: streams,
  ...groundsShape,
})

const fileSchema = z
  .strictObject({
    name: z.literal('stratification'),
    version: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be lower case letters, digits, dots and hyphens'),
    approval: z.literal('for local clinical approval'),
    sources: sourcesSchema,
    prerequisites: z.array(prerequisite).min(1, 'must hold at least one'),
    criteria: z.array(criterion).min(1, 'must hold at least one'),
  })
  .superRefine((file, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    for (const list of ['prerequisites', 'criteria'] as const)
      for (const place of repeatedPlaces(file[list].map((entry) => entry.code)))
        fault([list, place, 'code'], 'is used twice')
    for (const { path, message } of groundsFaults(file, file.sources)) fault(path, message)
    for (const tag of unusedSources(file, file.sources)) fault(['sources', tag], 'nothing rests on it')
  })

export type Prerequisite = z.infer<typeof prerequisite>
export type Criterion = z.infer<typeof criterion>
/** One version of what a stratification decision weighs. */
export type StratificationCriteria = z.infer<typeof fileSchema>

/**
 * Prerequisites and criteria held in a reference file.
 *
 * @param text YAML, as in prisma/reference/stratification
 * @throws ReferenceDataError naming every fault by its line
 */
export function parseStratificationCriteria(text: string): StratificationCriteria {
  return parseReferenceYaml(fileSchema, 'The list of stratification criteria', text)
}
