import { z } from 'zod'
import { isSnomedCode } from '@/lib/nhs/snomed-code'
import { repeatedPlaces } from '@/lib/platform/reference-data'
import { groundsFaults, groundsShape, sourcesSchema, unusedSources } from '@/lib/platform/reference-grounds'
import { parseReferenceYaml } from '@/lib/platform/reference-yaml'
import { isLoincCode } from './internal/loinc-code'
import { spelledUnit } from './internal/spelled-unit'

export const CODE_SYSTEMS = ['loinc', 'snomed', 'read2', 'local'] as const

const code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be in lower case with underscores')
const words = z.string().trim().min(1, 'must not be empty').max(80, 'must be 80 characters or fewer')
const unit = z.string().trim().min(1, 'must not be empty')

const analyteCode = z
  .strictObject({ system: z.enum(CODE_SYSTEMS), code: z.string().trim().min(1), ...groundsShape })
  .refine((entry) => entry.system !== 'loinc' || isLoincCode(entry.code), 'is no LOINC code: the check digit')
  .refine((entry) => entry.system !== 'snomed' || isSnomedCode(entry.code), 'is no SNOMED CT concept code')

const analyte = z.strictObject({
  code,
  name: words,
  fullName: words,
  /** Units in which its numbers are taken. Two of them are never compared with each other. */
  units: z.array(z.strictObject({ unit, spellings: z.array(unit) })).min(1, 'must have a unit'),
  /** Units in which a number may come by mistake, and what would make it one of the first unit. */
  mistaken: z.array(z.strictObject({ unit, times: z.number().positive() })).default([]),
  /** In the first unit; a number outside is asked about. */
  plausible: z.strictObject({ from: z.number().min(0), to: z.number().positive() }),
  codes: z.array(analyteCode),
})

const surveillanceTest = z.strictObject({
  code,
  name: words,
  /** As letters to the person call it, after "your". */
  forPerson: words,
  kind: z.enum(['blood', 'imaging', 'endoscopy', 'examination', 'questionnaire']),
  /** What blood is tested for: each of them belongs to the result. Of other kinds, the result is a report. */
  analytes: z.array(code).default([]),
  /** Days from the test within which its result is to be here; without, the team's own standard. */
  resultWithinDays: z.int().positive().optional(),
  ...groundsShape,
})

const fileSchema = z
  .strictObject({
    name: z.literal('surveillance-tests'),
    version: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be lower case letters, digits, dots and hyphens'),
    approval: z.literal('for local clinical approval'),
    sources: sourcesSchema,
    analytes: z.array(analyte).min(1, 'must hold at least one'),
    tests: z.array(surveillanceTest).min(1, 'must hold at least one'),
  })
  .superRefine((file, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    for (const list of ['analytes', 'tests'] as const)
      for (const place of repeatedPlaces(file[list].map((entry) => entry.code)))
        fault([list, place, 'code'], 'is used twice')
    for (const { path, message } of groundsFaults(file, file.sources)) fault(path, message)
    for (const tag of unusedSources(file, file.sources)) fault(['sources', tag], 'nothing rests on it')
    for (const [place, message] of analyteFaults(file.analytes)) fault(['analytes', place], message)
    const known = new Set(file.analytes.map((entry) => entry.code))
    file.tests.forEach((test, place) => {
      if ((test.kind === 'blood') !== test.analytes.length > 0)
        fault(['tests', place, 'kind'], 'blood is tested for analytes, and nothing else is')
      for (const missing of test.analytes.filter((entry) => !known.has(entry)))
        fault(['tests', place, 'analytes'], `"${missing}" is none of the analytes`)
    })
  })

function analyteFaults(analytes: readonly z.infer<typeof analyte>[]): [number, string][] {
  const codes = analytes.flatMap((entry, place) =>
    entry.codes.map((one) => ({ place, key: `${one.system} ${one.code}` })),
  )
  const twice = repeatedPlaces(codes.map(({ key }) => key)).map((at): [number, string] => [
    codes[at]!.place,
    `has the code ${codes[at]!.key}, which another has too`,
  ])
  const spelled = analytes.flatMap((entry, place) => {
    const all = [
      ...entry.units.flatMap((one) => [one.unit, ...one.spellings]),
      ...entry.mistaken.map((one) => one.unit),
    ]
    return repeatedPlaces(all.map(spelledUnit)).map((at): [number, string] => [
      place,
      `has the unit ${all[at]} twice`,
    ])
  })
  const bounds = analytes.flatMap((entry, place): [number, string][] =>
    entry.plausible.from < entry.plausible.to ? [] : [[place, 'is plausible from more than to']],
  )
  return [...twice, ...spelled, ...bounds]
}

/** What a laboratory measures in blood. */
export type Analyte = z.infer<typeof analyte>
/** One version of the analytes and tests that the service knows. */
export type SurveillanceTests = z.infer<typeof fileSchema>

/**
 * The analytes and tests held in a reference file.
 *
 * @param text YAML, as in prisma/reference/surveillance-tests
 * @throws ReferenceDataError naming every fault by its line
 */
export function parseSurveillanceTests(text: string): SurveillanceTests {
  return parseReferenceYaml(fileSchema, 'The list of surveillance tests', text)
}
