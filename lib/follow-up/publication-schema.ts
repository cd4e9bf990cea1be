import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import {
  dateField,
  idField,
  requiredLine,
  requiredText,
  textField,
  tickField,
} from '@/lib/platform/form-fields'

/** Fewer characters explain nothing; the database keeps none either. */
const SHORTEST = 3

const protocolFields = {
  organisationId: idField,
  protocol: z.string().max(60),
  /** The number of the last publication that the page showed; 0 where there was none. */
  number: z.coerce.number().int().min(0),
}

const WHO = 'Enter who approved it for the trust, and in which post'

export const publishProtocolSchema = z.object({
  ...protocolFields,
  version: z.string().max(60),
  approvedBy: requiredLine('Who approved it', WHO).refine((text) => text.length >= SHORTEST, WHO),
  approvedOn: dateField('Day of the approval', { notAfter: today }),
  reason: textField('What is new'),
  isRead: tickField.refine((ticked) => ticked, 'Confirm that the trust has approved every value'),
})

export const withdrawProtocolSchema = z.object({
  ...protocolFields,
  reason: requiredText('Reason', 'Enter why it is withdrawn').refine(
    (text) => text.trim().length >= SHORTEST,
    'Enter why it is withdrawn',
  ),
})
