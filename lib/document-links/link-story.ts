import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { DocumentLinkFact } from './document-link'

/** Each kind of fact in one line: how often, and when last. */
export function storyLines(facts: readonly DocumentLinkFact[]): string[] {
  const of = (kind: DocumentLinkFact['kind']) => facts.filter((fact) => fact.kind === kind)
  const line = (kind: DocumentLinkFact['kind'], words: string) => {
    const found = of(kind)
    const last = found.at(-1)
    if (!last) return []
    const often = found.length > 1 ? `, ${found.length} times, last` : ''
    return [`${words}${often} ${formatInstantForStaff(last.at)}`]
  }
  const revoked = of('revoked').map(
    ({ by, reason, at }) => `Revoked ${formatInstantForStaff(at)} by ${by}: ${reason}`,
  )
  return [
    ...line('opened', 'Opened'),
    ...line('refused', 'Wrong date of birth'),
    ...line('read', 'Marked as read'),
    ...line('answered', 'Answered'),
    ...line('finished', 'Everything read and answered'),
    ...revoked,
  ]
}
