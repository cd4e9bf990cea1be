import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { knownTests } from '@/lib/results/known-tests'
import { publishedProtocol, readPublications } from './internal/publications'
import {
  clinicianTeamsIn,
  peopleOnOtherVersion,
  rehearsePeople,
  type OnOlderVersion,
} from './internal/rehearsed-people'
import type { Protocol } from './protocol'
import { protocolInWords, type SectionInWords } from './protocol-in-words'
import { countsOf, mostAtStakeFirst, type RehearsalCounts, type RehearsedPerson } from './rehearsal-view'

export const REHEARSAL_PAGE_SIZE = 25

/** As many as a printed rehearsal holds. */
const MOST_PRINTED = 1000

type Place = { organisationId: string; code: string }

export type RehearsalPage = Place & {
  protocol: Pick<Protocol, 'title' | 'version'>
  /** What was said when it was published. */
  note: string | null
  sections: SectionInWords[]
  counts: RehearsalCounts
  /** Of the page, who has most to lose first. */
  people: RehearsedPerson[]
}

/**
 * What the published version of a protocol would change for the people whom the actor's teams follow up by another one.
 * Nobody moves by this. All are rehearsed, so that who would become overdue stands on the first page.
 *
 * @param show a page from 1, or everybody for printing
 * @throws NotFound, NotAllowed
 */
export async function getRehearsal(actor: Actor, place: Place, show: number | 'all'): Promise<RehearsalPage> {
  return asActor(actor, async (tx) => {
    const { protocol, people } = await openRehearsal(tx, actor, place, 'read')
    const rehearsed = (await rehearsePeople(tx, people, protocol)).sort(mostAtStakeFirst)
    const [publication] = await readPublications(tx, {
      organisationId: place.organisationId,
      protocolCode: place.code,
    })
    const size = show === 'all' ? MOST_PRINTED : REHEARSAL_PAGE_SIZE
    const from = show === 'all' ? 0 : (show - 1) * size
    const shown = rehearsed.slice(from, from + size)
    await recordAccess(tx, {
      event: 'protocol.rehearsed',
      detail: { protocol: place.code, version: protocol.version, shown: shown.length },
    })
    return {
      ...place,
      protocol,
      note: publication?.reason ?? null,
      sections: protocolInWords(protocol, knownTests()),
      counts: countsOf(rehearsed),
      people: shown,
    }
  })
}

/** The same of those alone who were chosen to move, before it is confirmed. @throws NotFound, NotAllowed */
export async function getChosenRehearsal(
  actor: Actor,
  place: Place,
  pathwayIds: readonly string[],
): Promise<Pick<RehearsalPage, 'protocol' | 'people'>> {
  return asActor(actor, async (tx) => {
    const { protocol, people } = await openRehearsal(tx, actor, place, 'update')
    const chosen = people.filter(({ pathwayId }) => pathwayIds.includes(pathwayId))
    const rehearsed = (await rehearsePeople(tx, chosen, protocol)).sort(mostAtStakeFirst)
    await recordAccess(tx, {
      event: 'protocol.rehearsed',
      detail: { protocol: place.code, version: protocol.version, shown: rehearsed.length },
    })
    return { protocol, people: rehearsed }
  })
}

async function openRehearsal(
  tx: Tx,
  actor: Actor,
  { organisationId, code }: Place,
  verb: 'read' | 'update',
): Promise<{ protocol: Protocol; people: OnOlderVersion[] }> {
  permitInOwn(actor, 'protocol_rehearsal', verb)
  const teamIds = clinicianTeamsIn(actor, organisationId)
  const protocol =
    isUuid(organisationId) && teamIds.length > 0 ? await publishedProtocol(tx, organisationId, code) : null
  if (!protocol) throw new NotFound()
  return { protocol, people: await peopleOnOtherVersion(tx, teamIds, protocol) }
}
