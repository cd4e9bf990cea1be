import { z } from 'zod'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { parseDraftContent, type DraftContent, type SummarySections } from './draft-content'

/** The shape below. A later shape gets a number and a reader of its own; this one is read for ever. */
export const FROZEN_SUMMARY_SCHEMA = 1

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const frozenSchema = z.strictObject({
  person: z.strictObject({
    givenName: z.string(),
    familyName: z.string(),
    preferredName: z.string().nullable(),
    nhsNumber: z.string(),
    bornOn: dateSchema,
  }),
  team: z.strictObject({ name: z.string(), organisation: z.string(), telephone: z.string().nullable() }),
  phase: z.string(),
  phaseEndedOn: dateSchema,
  signed: z.strictObject({ on: dateSchema, by: z.string() }),
  amendmentReason: z.string().nullable(),
  sections: z.unknown(),
})

/** A summary as signed, whole: it can be read and printed without any other row. */
export type FrozenSummary = Omit<z.infer<typeof frozenSchema>, 'sections'> & { sections: SummarySections }

/** What freezing needs beside the draft. */
export type SummaryFrame = {
  person: FrozenSummary['person']
  team: FrozenSummary['team']
  phase: string
  phaseEndedOn: CalendarDate
}

/** What signing freezes: the draft as it stands, with whose it is and who signed it. */
export function frozenSummaryOf(
  { person, team, phase, phaseEndedOn }: SummaryFrame,
  { sections, amendmentReason }: DraftContent,
  signed: FrozenSummary['signed'],
): FrozenSummary {
  const { givenName, familyName, preferredName, nhsNumber, bornOn } = person
  return {
    person: { givenName, familyName, preferredName, nhsNumber, bornOn },
    team: { name: team.name, organisation: team.organisation, telephone: team.telephone },
    phase,
    phaseEndedOn,
    signed,
    amendmentReason,
    sections,
  }
}

/**
 * The summary that a frozen version holds.
 *
 * @throws Error if it is of no known shape: it was then not written by this service
 */
export function parseFrozenSummary(schemaNumber: number, content: unknown): FrozenSummary {
  if (schemaNumber !== FROZEN_SUMMARY_SCHEMA)
    throw new Error(`no renderer for frozen treatment summary schema ${schemaNumber}`)
  const { sections, ...rest } = frozenSchema.parse(content)
  return { ...rest, sections: parseDraftContent({ amendmentReason: null, sections }).sections }
}
