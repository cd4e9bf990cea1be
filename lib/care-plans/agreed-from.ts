import 'server-only'
import type { Tx } from '@/lib/platform/database'

/** Whether a plan that is made from this assessment has ever been agreed. */
export async function isAgreedFrom(tx: Tx, patientId: string, assessmentId: string): Promise<boolean> {
  const plan = await tx.carePlan.findFirst({
    where: { patientId, assessmentId, versions: { some: {} } },
    select: { id: true },
  })
  return plan !== null
}
