import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import { dateField, idField, requiredLine } from '@/lib/platform/form-fields'

/** Fewer characters say nothing; the database keeps none either. */
const SHORTEST_REASON = 3
const NO_REASON = 'Enter why the link is revoked'

export const openDocumentLinkSchema = z.object({
  /** The secret of the link. Not named a token: those are not handed back to a form that failed. */
  link: z.string().max(200),
  bornOn: dateField('Date of birth', { notAfter: today }),
})

export const revokeDocumentLinkSchema = z.object({
  patientId: idField,
  linkId: idField,
  reason: requiredLine('Reason', NO_REASON).refine((text) => text.length >= SHORTEST_REASON, NO_REASON),
})

export const noFieldsSchema = z.object({})
