import 'server-only'
import { isUuid } from '@/lib/access/care-context'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound, Stale, type StaleDifference } from '@/lib/platform/errors'
import { staffNames } from './staff-names'

/** A member of staff whom the actor of the transaction administers. */
export type AdministeredStaff = {
  id: string
  email: string
  givenName: string
  familyName: string
  staffRoleCode: string
  disabledAt: Date | null
  version: number
  updatedAt: Date
  updatedById: string | null
  /** Whether the account opens no other organisation: only then may its password, name or state be changed. */
  isAdministeredAlone: boolean
}

/** @throws NotFound if there is no such member of staff, or somebody else administers them */
export async function getAdministeredStaff(tx: Tx, staffId: string): Promise<AdministeredStaff> {
  if (!isUuid(staffId)) throw new NotFound()
  const [standing] = await tx.$queryRaw<{ any: boolean; alone: boolean }[]>`
    select access.administers(${staffId}::uuid) as any, access.administers_alone(${staffId}::uuid) as alone`
  const staff = standing?.any
    ? await tx.staff.findUnique({
        where: { id: staffId },
        select: {
          id: true,
          email: true,
          givenName: true,
          familyName: true,
          staffRoleCode: true,
          disabledAt: true,
          version: true,
          updatedAt: true,
          updatedById: true,
        },
      })
    : null
  if (!staff || !standing) throw new NotFound()
  return { ...staff, isAdministeredAlone: standing.alone }
}

/**
 * As `getAdministeredStaff`, for a change of the account itself.
 *
 * @throws NotAllowed `works_elsewhere_too` if the account opens another organisation as well
 */
export async function getStaffForChange(tx: Tx, staffId: string): Promise<AdministeredStaff> {
  const staff = await getAdministeredStaff(tx, staffId)
  if (!staff.isAdministeredAlone) throw new NotAllowed('works_elsewhere_too')
  return staff
}

type Change = { disabledAt?: Date | null; givenName?: string; familyName?: string; staffRoleCode?: string }
type Changing = { actorId: string; staffId: string; version: number; at: Date }

/**
 * Writes a change of an account, if it is still as it was shown.
 *
 * @param differences what to tell somebody who comes too late
 * @throws Stale
 */
export async function writeStaff(
  tx: Tx,
  { actorId, staffId, version, at }: Changing,
  data: Change,
  differences: (current: AdministeredStaff) => StaleDifference[] = () => [],
): Promise<void> {
  const { count } = await tx.staff.updateMany({
    where: { id: staffId, version },
    data: { ...data, version: { increment: 1 }, updatedAt: at, updatedById: actorId },
  })
  if (count === 1) return
  const current = await getStaffForChange(tx, staffId)
  const nameOf = await staffNames(tx, [current.updatedById])
  throw new Stale(nameOf(current.updatedById), current.updatedAt, differences(current), current.version)
}
