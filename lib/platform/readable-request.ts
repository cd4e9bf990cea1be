/** Next's own page for a failure of its own, which it would serve as one. */
const FAILURE_PAGE = '/_global-error'

/** Whether an address is one at all: written by the rules for percent signs, and no page that Next keeps for itself. */
export function isReadableAddress(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== FAILURE_PAGE
  } catch {
    return false
  }
}

/**
 * Whether what is posted says it is a form, as all that our pages post is: in parts with a line between them, which is
 * named, or as one line of fields. Next fails on anything else.
 */
export function isReadableForm(sent: Pick<Headers, 'get'>): boolean {
  const type = sent.get('content-type')
  if (type === null) return sent.get('next-action') === null
  return (
    /^multipart\/form-data;.*\bboundary=[^;\s]/i.test(type) ||
    /^application\/x-www-form-urlencoded\b/i.test(type)
  )
}
