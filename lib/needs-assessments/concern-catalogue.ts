import { z } from 'zod'
import { parseReferenceData, repeatedPlaces } from '@/lib/platform/reference-data'

/** The code of a concern that is in no catalogue: its label is what was typed. No catalogue may use it. */
export const OTHER_CONCERN_CODE = 'other'

const codeSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'must be in lower case with underscores')
  .refine(
    (code) => code !== OTHER_CONCERN_CODE,
    `"${OTHER_CONCERN_CODE}" is kept for concerns outside the catalogue`,
  )

const labelSchema = z.string().trim().min(1, 'must not be empty').max(80, 'must be 80 characters or fewer')
const positionSchema = z.int().positive()

const domainSchema = z.strictObject({ code: codeSchema, label: labelSchema, position: positionSchema })

const catalogueConcernSchema = z.strictObject({
  code: codeSchema,
  /** Code of one of the catalogue's domains. */
  domain: z.string(),
  /** What staff see. */
  label: labelSchema,
  /** What the person sees: plain words with the same meaning. */
  patientLabel: labelSchema,
  /** Place within the domain, from 1. */
  position: positionSchema,
})

const catalogueSchema = z
  .strictObject({
    name: z.literal('concern-catalogue'),
    version: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be lower case letters, digits, dots and hyphens'),
    domains: z.array(domainSchema).min(1, 'must hold at least one domain'),
    concerns: z.array(catalogueConcernSchema).min(1, 'must hold at least one concern'),
  })
  .superRefine((catalogue, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const { domains, concerns } = catalogue
    for (const place of repeatedPlaces(domains.map((domain) => domain.code)))
      fault(['domains', place, 'code'], 'is used twice')
    for (const place of repeatedPlaces(domains.map((domain) => domain.position)))
      fault(['domains', place, 'position'], 'is used twice')
    for (const place of repeatedPlaces(concerns.map((concern) => concern.code)))
      fault(['concerns', place, 'code'], 'is used twice')
    for (const place of repeatedPlaces(concerns.map((concern) => `${concern.domain} ${concern.position}`)))
      fault(['concerns', place, 'position'], 'is used twice in its domain')
    const known = new Set(domains.map((domain) => domain.code))
    concerns.forEach((concern, place) => {
      if (!known.has(concern.domain))
        fault(['concerns', place, 'domain'], `"${concern.domain}" is not a domain of this catalogue`)
    })
  })

/**
 * One version of the list of concerns that a holistic needs assessment is made from, by domain.
 * A deployment may load its own, so nothing may depend on a code being there.
 */
export type ConcernCatalogue = z.infer<typeof catalogueSchema>

/**
 * The catalogue held in a reference file: codes unique, domains known, no empty label.
 *
 * @throws ReferenceDataError naming every faulty entry
 */
export function parseConcernCatalogue(data: unknown): ConcernCatalogue {
  return parseReferenceData(catalogueSchema, 'The concern catalogue', data)
}
