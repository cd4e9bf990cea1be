import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken, Stale } from '@/lib/platform/errors'
import { changedSections, type AboutMe } from './about-me'
import { ABOUT_ME_LABELS } from './about-me-labels'
import { tellingFaults } from './about-me-rules'
import type { tellAboutMeSchema } from './about-me-schema'
import { latestAboutMe } from './get-about-me'
import { getLifeDates } from './record/life-dates'

type Input = z.output<typeof tellAboutMeSchema>

/**
 * Keeps the person's story as it is told now. What was told before stays, as an earlier telling.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if it was told again since it was shown
 * @throws RuleBroken at the date, if nothing is told, or if nothing is different
 */
export async function tellAboutMe(actor: Actor, input: Input): Promise<null> {
  const { patientId } = input
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['about_me', 'create'])
    const latest = await latestAboutMe(tx, patientId)
    if (latest && latest.number !== input.number) throw stale(latest, input)
    const faults = tellingFaults(input, { latest, ...(await getLifeDates(tx, patientId)) })
    if (faults.length > 0) throw new RuleBroken(faults)
    const number = (latest?.number ?? 0) + 1
    await writeTelling(tx, actor, { ...input, number })
    const changed = latest ? changedSections(input, latest.words) : []
    await recordAccess(tx, { event: 'about_me.told', patientId, detail: { number, changed } })
    return null
  })
}

async function writeTelling(tx: Tx, actor: Actor, told: Input): Promise<void> {
  const { count } = await tx.aboutMeVersion.createMany({
    data: {
      ...told,
      id: uuidv7(),
      toldOn: toDatabaseDate(told.toldOn),
      recordedAt: now(),
      recordedById: actor.staffId,
    },
    skipDuplicates: true,
  })
  if (count === 1) return
  // Somebody told it in the moment between reading and writing.
  const latest = await latestAboutMe(tx, told.patientId)
  throw latest ? stale(latest, told) : new RuleBroken('Open the page again: this form is old')
}

function stale(latest: AboutMe, input: Input): Stale {
  const differences = changedSections(latest.words, input).map((section) => ({
    label: ABOUT_ME_LABELS[section].heading,
    theirs: latest.words[section] ?? 'nothing',
    yours: input[section] ?? 'nothing',
  }))
  return new Stale(latest.recordedBy, latest.recordedAt, differences, latest.number)
}
