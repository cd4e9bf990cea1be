import { uuidv7 } from 'uuidv7'
import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import type { UnmatchedContent, UnmatchedReason } from '@/lib/results/unmatched'

type Said = { nhsNumber: string; familyName: string; givenName: string; bornOn: string }
type Otherwise = Partial<Omit<UnmatchedContent, 'person'>> & { why?: UnmatchedReason }

/** A result that came and could not be filed, written down without its message having been sent. @returns its id */
export async function unmatchedMessage(
  actor: Actor,
  organisationId: string,
  { nhsNumber, familyName, givenName, bornOn }: Said,
  { why = 'differs_in_birth_date', ...otherwise }: Otherwise = {},
): Promise<string> {
  const [id, messageId] = [uuidv7(), uuidv7()]
  const content: UnmatchedContent = {
    person: { nhsNumber, familyName, givenName, bornOn },
    code: 'PSA',
    name: 'Prostate specific antigen',
    value: '0.05',
    unit: 'µg/L',
    referenceRange: '0.0 - 4.0',
    status: 'final',
    sampledOn: today(),
    reportedAt: null,
    orderNumber: `F-${id}`,
    text: null,
    ...otherwise,
  }
  await asActor(actor, async (tx) => {
    await tx.inboundMessage.createMany({
      data: [
        {
          id: messageId,
          organisationId,
          source: 'file',
          sendingApplication: 'WINPATH',
          sendingFacility: 'ZT101',
          controlId: id,
          messageType: 'ORU^R01',
          raw: Buffer.from(`MSH|^~\\&|WINPATH|ZT101\rPID|1||${nhsNumber}\r`),
          contentHash: '0'.repeat(64),
          acknowledgement: 'AA',
          answer: Buffer.from('{}'),
          problems: [],
        },
      ],
    })
    await tx.unmatchedResult.createMany({
      data: [{ id, messageId, organisationId, why, content }],
    })
    return null
  })
  return id
}
