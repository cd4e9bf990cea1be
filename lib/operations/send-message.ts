import { z } from 'zod'
import { deliverMessage } from '@/lib/messages/deliver-message'
import { carriersFrom } from './message-carriers/carriers'

const payloadSchema = z.object({ id: z.uuid() })

/** The job that sends one message. @throws Error to be tried again later */
export async function sendMessage(
  payload: unknown,
  { attempts, max_attempts: most }: { attempts: number; max_attempts: number },
): Promise<void> {
  const { id: messageId } = payloadSchema.parse(payload)
  const attempt = { messageId, isLast: attempts >= most }
  await deliverMessage({ job: 'send_message' }, carriersFrom(process.env), attempt)
}
