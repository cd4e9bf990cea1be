import { z } from 'zod'
import { isSnomedCode } from '@/lib/nhs/snomed-code'
import { today } from '@/lib/platform/clock'
import {
  choiceField,
  dateField,
  idField,
  lineField,
  optionalDateField,
  requiredText,
  textField,
  tickField,
  versionField,
} from '@/lib/platform/form-fields'
import { SummaryChannel, SummaryRecipient } from '@/lib/platform/prisma-client/enums'
import type { SectionInput } from './section-edit'
import type { FieldDeclaration, RowDeclaration } from './section-declaration'
import { SECTION_NAMES, sectionOf, type SectionName } from './sections'

const past = { notAfter: today }
const summary = { patientId: idField, summaryId: idField, version: versionField }

export const draftTreatmentSummarySchema = z.object({
  patientId: idField,
  diagnosisId: z.uuid({ error: 'Select the diagnosis' }),
  phaseEndedOn: dateField('End of treatment', past),
})

export const signTreatmentSummarySchema = z.object(summary)

export const amendTreatmentSummarySchema = z.object({
  ...summary,
  reason: requiredText('Reason', 'Enter why the summary is written again', 1000),
})

export const sendTreatmentSummarySchema = z.object({
  patientId: idField,
  summaryId: idField,
  /** Of the signed version that was shown. */
  number: versionField,
  recipient: z.enum(SummaryRecipient, { error: 'Select who gets it' }),
  recipientName: lineField('Name'),
  channel: z.enum(SummaryChannel, { error: 'Select how it is sent' }),
  sentOn: dateField('Date', past),
  note: textField('Note'),
})

/** How a team can hand a link over. */
export const LINK_CHANNELS = ['secure_email', 'post', 'by_hand'] as const satisfies readonly SummaryChannel[]

export const issueSummaryLinkSchema = z.object({
  patientId: idField,
  summaryId: idField,
  channel: choiceField(LINK_CHANNELS, 'Select how you hand the link over'),
})

export const markSummarySeenSchema = z.object({ deliveryId: idField, returnTo: z.string().optional() })

const FIELD = /^fields\.([A-Za-z]\w*)$/
const ITEM = /^items\.(\d{1,3})\.([A-Za-z]\w*)$/

type Row = Record<string, unknown>

/** Posted `fields.stage` and `items.2.what` become records and a list, so that errors name the boxes. */
function withParts(posted: unknown): unknown {
  if (typeof posted !== 'object' || posted === null) return posted
  const fields: Row = {}
  const items: Row[] = []
  for (const [name, value] of Object.entries(posted)) {
    const [, field] = FIELD.exec(name) ?? []
    if (field) fields[field] = value
    const [, place, part] = ITEM.exec(name) ?? []
    if (place && part) items[Number(place)] = { ...items[Number(place)], [part]: value }
  }
  return { ...posted, fields, items: Array.from(items, (item) => item ?? {}) }
}

function fieldSchema({ kind, label, options = [] }: FieldDeclaration): z.ZodType<string | null> {
  if (kind === 'text') return textField(label)
  if (kind === 'date') return optionalDateField(label)
  if (kind === 'choice')
    return z
      .string()
      .default('')
      .refine((code) => code === '' || options.some(({ value }) => value === code), 'Select one of the list')
      .transform((code) => code || null)
  if (kind === 'line') return lineField(label)
  return lineField(label).refine(
    (code) => code === null || isSnomedCode(code),
    `${label} must be one of 6 to 18 digits, typed without a mistake`,
  )
}

function valuesSchema(declared: Readonly<Record<string, FieldDeclaration>>) {
  return z.object(
    Object.fromEntries(Object.entries(declared).map(([name, field]) => [name, fieldSchema(field)])),
  )
}

/** A row without anything in it is none; one with something in it needs its name. */
function rowsSchema({ of, one, fields }: RowDeclaration) {
  const values = valuesSchema(fields)
  const row = z
    .object({ id: z.string().max(100).default(''), leaveOut: tickField })
    .loose()
    .transform(({ id, leaveOut, ...rest }, context) => {
      const parsed = values.safeParse(rest)
      if (leaveOut) return { id, isLeftOut: true, values: {} }
      if (!parsed.success) {
        for (const { message, path } of parsed.error.issues)
          context.addIssue({ code: 'custom', message, path })
        return z.NEVER
      }
      const isBlank = Object.values(parsed.data).every((value) => value === null)
      if (isBlank && id === '') return null
      if (!parsed.data[of])
        context.addIssue({
          code: 'custom',
          message: `${one}: enter “${fields[of]?.label}”, or tick to leave it out`,
          path: [of],
        })
      return { id, isLeftOut: false, values: parsed.data }
    })
  return z.array(row).transform((rows) => rows.filter((each) => each !== null))
}

function inputSchema(name: SectionName): z.ZodType<SectionInput> {
  const { fields, rows } = sectionOf(name)
  return z.object({
    fields: valuesSchema(fields),
    items: rows ? rowsSchema(rows) : z.array(z.unknown()).transform(() => []),
  })
}

export const changeSummarySectionSchema = z.preprocess(
  withParts,
  z
    .object({
      ...summary,
      section: z.enum(SECTION_NAMES, { error: 'Open the page again: this form is not complete' }),
      fields: z.record(z.string(), z.unknown()),
      items: z.array(z.unknown()),
    })
    .transform(({ fields, items, ...form }, context) => {
      const parsed = inputSchema(form.section).safeParse({ fields, items })
      if (parsed.success) return { ...form, input: parsed.data }
      for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path })
      return z.NEVER
    }),
)
