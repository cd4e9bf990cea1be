import { z } from 'zod'
import { choiceField, idField, lineField, requiredText } from '@/lib/platform/form-fields'

export const beginCareSchema = z.object({
  patientId: idField,
  teamId: z.uuid({ error: 'Select the team' }),
})

/** The reason is what the worklist of those who referred the person says, so it is short. */
const DECLINED_REASON_LIMIT = 100

export const answerReferralSchema = z.object({
  patientId: idField,
  teamId: idField,
  answer: choiceField(['accepted', 'declined'], 'Select whether your team takes the person on'),
  staffId: z
    .literal('')
    .or(z.uuid({ error: 'Select a member of the team' }))
    .default(''),
  reason: lineField('Reason', { limit: DECLINED_REASON_LIMIT }),
})

export const endCareSchema = z.object({
  patientId: idField,
  teamId: idField,
  reason: requiredText('Reason', 'Enter why the care of the team ends', 1000),
  /** A team to hand what is open to; `close`; empty where nothing is open. */
  openTasks: z
    .union([z.literal(['', 'close']), z.uuid()], { error: 'Select what becomes of what is open' })
    .default(''),
})
