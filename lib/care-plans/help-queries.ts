import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { currentCatalogue } from '@/lib/needs-assessments/catalogue'
import { NotFound } from '@/lib/platform/errors'
import type { HelpKind } from './help-library'
import { helpKindOf } from './internal/help-under-change'

export type HelpEntryView = {
  id: string
  version: number
  organisationId: string
  organisationName: string
  concernCode: string
  concernLabel: string
  kind: HelpKind
  title: string
  detail: string
}

export type ConcernChoice = { code: string; label: string; domainLabel: string }

export type HelpLibraryView = {
  organisations: { id: string; name: string }[]
  concerns: ConcernChoice[]
  entries: HelpEntryView[]
}

/**
 * The help in the libraries of the organisations that the actor administers, in the order of the concern catalogue.
 *
 * @param concernCode only help for this concern; an unknown one gives none
 * @throws NotAllowed
 */
export async function getHelpLibrary(actor: Actor, concernCode?: string): Promise<HelpLibraryView> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'help_library', 'update')
    const { concerns } = await currentCatalogue(tx)
    const place = new Map(concerns.map((concern, index) => [concern.code, index]))
    const labels = new Map(concerns.map((concern) => [concern.code, concern.label]))
    const rows = await tx.helpEntry.findMany({
      where: { organisationId: { in: administeredOrganisations(actor) }, retiredAt: null, concernCode },
      include: { organisation: { select: { name: true } } },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
    })
    await recordAccess(tx, { event: 'help_library.viewed', detail: { concern: concernCode ?? null } })
    const last = concerns.length
    return {
      organisations: actor.organisationRoles
        .filter((held) => held.role === 'admin')
        .map((held) => ({ id: held.organisationId, name: held.organisationName })),
      concerns: concerns.map(({ code, label, domainLabel }) => ({ code, label, domainLabel })),
      entries: rows
        .map(({ id, version, organisationId, organisation, concernCode: code, kind, title, detail }) => ({
          ...{ id, version, organisationId, title, detail },
          organisationName: organisation.name,
          concernCode: code,
          concernLabel: labels.get(code) ?? code,
          kind: helpKindOf(kind),
        }))
        .sort((one, other) => (place.get(one.concernCode) ?? last) - (place.get(other.concernCode) ?? last)),
    }
  })
}

/** One entry of such a library, to be changed. @throws NotFound, NotAllowed */
export async function getHelpEntry(
  actor: Actor,
  entryId: string,
): Promise<{ entry: HelpEntryView; concerns: ConcernChoice[] }> {
  const { entries, concerns } = await getHelpLibrary(actor)
  const entry = isUuid(entryId) ? entries.find(({ id }) => id === entryId.toLowerCase()) : undefined
  if (!entry) throw new NotFound()
  return { entry, concerns }
}
