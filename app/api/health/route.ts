import { healthFaults } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** 200 when the service can serve, else 503 with the reasons. For load balancers and for `npm start`. */
export async function GET(): Promise<Response> {
  const reasons = await healthFaults()
  const headers = { 'cache-control': 'no-store' }
  if (reasons.length === 0) return Response.json({ application: 'alongside', status: 'ok' }, { headers })
  return Response.json(
    { application: 'alongside', status: 'cannot serve', reasons },
    { status: 503, headers },
  )
}
