'use server'

import { formAction } from '@/lib/accounts/form-action'
import { endContactBlock, recordContactBlock } from '@/lib/messages/contact-blocks'
import { endBlockSchema, recordBlockSchema } from '@/lib/messages/schema'
import { routes } from '@/lib/platform/routes'

export const recordContactBlockAction = formAction(
  'contact-block.record',
  recordBlockSchema,
  async (actor, input) => {
    await recordContactBlock(actor, input)
    return `${routes.contactBlocks(input.patientId)}?done=blocked`
  },
)

export const endContactBlockAction = formAction('contact-block.end', endBlockSchema, async (actor, input) => {
  await endContactBlock(actor, input)
  return `${routes.contactBlocks(input.patientId)}?done=unblocked`
})
