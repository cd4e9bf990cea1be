import { returnAddress, withSaved } from '@/lib/tasks/return-to'

/** The patient whose page it is. */
const PATIENT = /^\/patients\/([0-9a-f-]{36})\//

/** Where a form leads once it is saved: the list that it was reached from, or a page of its own that says what was done. */
export function whereNext(
  returnTo: string | undefined,
  own: string,
  done: string,
  more: Record<string, string> = {},
): string {
  const list = returnAddress(returnTo, '')
  return list ? withSaved(list, PATIENT.exec(own)?.[1]) : onTheWay(own, '', { ...more, done })
}

/** The list that a page was reached from, for its links and forms to carry on; empty without one. */
export function listBehind(returnTo: string | string[] | undefined): string {
  return returnAddress(returnTo, '')
}

/** An address of the same journey: it leads back to the same list. */
export function onTheWay(address: string, list: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...more, ...(list ? { returnTo: list } : {}) }).toString()
  return query ? `${address}?${query}` : address
}
