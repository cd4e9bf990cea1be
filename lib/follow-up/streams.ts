import { FollowUpStream } from '@/lib/platform/prisma-client/enums'
import type { Stream } from './protocol'

export const FOLLOW_UP_STREAMS = Object.values(FollowUpStream)

/** As protocols and criteria write it. */
export function streamOf(stream: FollowUpStream): Stream {
  return stream === 'discharge_to_practice' ? 'discharge' : stream
}
