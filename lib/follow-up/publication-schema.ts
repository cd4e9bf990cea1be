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

/** As many as one page of a rehearsal holds, and some more for a page that grew meanwhile. */
export const MOST_MOVED = 50

/** A pathway as it was rehearsed: its id and its version. */
const rehearsedPathway = z
  .string()
  .regex(/^[0-9a-f-]{36} \d{1,9}$/)
  .transform((text) => {
    const [pathwayId = '', version = ''] = text.split(' ')
    return { pathwayId, pathwayVersion: Number(version) }
  })

const WHY = 'Enter why they move'

export const movePeopleSchema = z.object({
  organisationId: idField,
  protocol: z.string().max(60),
  version: z.string().max(60),
  pathway: z
    .union([z.string(), z.array(z.string())])
    .transform((posted) => [posted].flat())
    .pipe(z.array(rehearsedPathway).min(1).max(MOST_MOVED)),
  reason: requiredText('Reason', WHY).refine((text) => text.trim().length >= SHORTEST, WHY),
})
