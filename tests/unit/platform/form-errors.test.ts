import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { changePathwaySchema } from '@/lib/follow-up/schema'
import { dateField, requiredText } from '@/lib/platform/form-fields'
import { fieldErrors } from '@/lib/platform/form-errors'

function fieldsOf(schema: z.ZodType, posted: object): string[] {
  const { error } = schema.safeParse(posted)
  return error ? fieldErrors(error, schema).map(({ field }) => field) : []
}

describe('what is wrong with a form', () => {
  it('is listed as the page goes, what shows only when fields are seen together among the rest', () => {
    const id = crypto.randomUUID()
    const on = { day: '2', month: '3', year: '2026' }
    const posted = { patientId: id, pathwayId: id, version: '1', on, step: 'ended', end: 'discharged' }
    expect(fieldsOf(changePathwaySchema, posted)).toEqual(['letter', 'reason'])
  })

  it('names the box of a date, and the row of a list', () => {
    const schema = z.object({
      rows: z.array(z.object({ what: requiredText('What', 'Enter what') })),
      on: dateField('Day'),
    })
    const posted = { rows: [{ what: 'Scan' }, {}], on: { day: '2', month: '13', year: '2026' } }
    expect(fieldsOf(schema, posted)).toEqual(['rows.1.what', 'on-month'])
  })

  it('keeps its own order where there are no fields', () => {
    expect(fieldsOf(z.string().min(3), 'ab' as unknown as object)).toEqual([''])
  })
})
