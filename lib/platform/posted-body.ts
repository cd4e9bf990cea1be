/** Why a body is refused before it is read. */
export type BodyRefusal = 'too_large' | 'length_unknown'

/**
 * Whether a request's body may be read at all, by what its headers say of it. Node holds a body to the length that was
 * declared, so what passes here is no larger; one of no declared length could be, and is not taken.
 *
 * @param most bytes, the parts of the form around a file among them
 */
export function refusalOfBody(sent: Pick<Headers, 'get'>, most: number): BodyRefusal | null {
  const length = sent.get('content-length')
  if (length !== null) return Number(length) <= most ? null : 'too_large'
  return sent.get('transfer-encoding') === null ? null : 'length_unknown'
}
