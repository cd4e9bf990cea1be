import type { ProtocolPublicationKind } from '@/lib/platform/prisma-client/enums'

/** What a trust said of a protocol once. */
export type PublicationFact = {
  protocol: string
  /** One after another for each protocol. */
  number: number
  kind: ProtocolPublicationKind
  version: string
}

/** Whether decisions may choose a protocol, and in which version. */
export type PublicationState = 'not_published' | ProtocolPublicationKind

/** The last that a trust said of each protocol, by its code: it alone counts. */
export function standingPublications<Fact extends PublicationFact>(
  facts: readonly Fact[],
): ReadonlyMap<string, Fact> {
  const inOrder = [...facts].sort((one, other) => one.number - other.number)
  return new Map(inOrder.map((fact): [string, Fact] => [fact.protocol, fact]))
}
