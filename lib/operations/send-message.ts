import { z } from 'zod'
import { deliverMessage } from '@/lib/messages/deliver-message'
import { carriersFrom } from './message-carriers/carriers'

const payloadSchema = z.object({ id: z.uuid() })

/** The job that sends one message. @throws NotTaken to be tried again later */
export async function sendMessage(payload: unknown): Promise<void> {
  const { id } = payloadSchema.parse(payload)
  await deliverMessage({ job: 'send_message' }, carriersFrom(process.env), id)
}
