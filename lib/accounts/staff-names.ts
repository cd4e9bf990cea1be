import 'server-only'
import { formatNamePlain } from '@/lib/nhs/person-name'
import type { Tx } from '@/lib/platform/database'

/** How a member of staff is spoken of where nobody knows who it was: the system, or a record from elsewhere. */
const SOMEBODY = 'Somebody'

/** The names of members of staff by id, as `name(id)`; an id that is null or unknown gives "Somebody". */
export async function staffNames(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = wanted.length === 0 ? [] : await tx.staff.findMany({ where: { id: { in: wanted } } })
  return namesOfStaff(rows)
}

/** A member of staff as far as the name needs. */
export type StaffName = { id: string; givenName: string; familyName: string }

/** The same of rows that were read before. */
export function namesOfStaff(rows: readonly StaffName[]): (id: string | null) => string {
  const names = new Map(rows.map((staff) => [staff.id, formatNamePlain(staff)]))
  return (id) => (id && names.get(id)) || SOMEBODY
}
