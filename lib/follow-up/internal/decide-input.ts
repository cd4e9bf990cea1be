import type { z } from 'zod'
import type { decideFollowUpSchema } from '../schema'

export type DecideFollowUp = z.output<typeof decideFollowUpSchema>
