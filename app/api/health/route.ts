import { healthFaults } from '@/lib/platform/health'
import { listenerState } from '@/lib/platform/listener-health'

export const dynamic = 'force-dynamic'

/** 200 when the service can serve, else 503 with the reasons; and how the listener for messages is. For load balancers and for `npm start`. */
export async function GET(): Promise<Response> {
  const reasons = await healthFaults()
  const headers = { 'cache-control': 'no-store' }
  const listener = await listenerState()
  if (reasons.length === 0)
    return Response.json({ application: 'alongside', status: 'ok', listener }, { headers })
  return Response.json(
    { application: 'alongside', status: 'cannot serve', reasons, listener },
    { status: 503, headers },
  )
}
