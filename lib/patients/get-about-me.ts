import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { ABOUT_ME_SECTIONS, type AboutMe, type AboutMeWords } from './about-me'
import { getPatientPage } from './record/patient-page'

export type AboutMeView = {
  latest: AboutMe | null
  /** Told before, the latest of them first. */
  earlier: AboutMe[]
  mayTell: boolean
}

/** The person's story, and how it was told before. @throws NotFound, NotAllowed */
export async function getAboutMe(
  actor: Actor,
  patientId: string,
  purpose: 'read' | 'create' = 'read',
): Promise<AboutMeView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['about_me', purpose])
    const [latest = null, ...earlier] = await tellings(tx, patientId)
    return { latest, earlier, mayTell: mayUnderCare(context, 'about_me', 'create').allowed }
  })
}

/** The person's story as told last, to be shown where it helps; null if nothing was told. For who has the patient open. */
export async function latestAboutMe(tx: Tx, patientId: string): Promise<AboutMe | null> {
  const [latest = null] = await tellings(tx, patientId, 1)
  return latest
}

async function tellings(tx: Tx, patientId: string, most?: number): Promise<AboutMe[]> {
  const rows = await tx.aboutMeVersion.findMany({
    where: { patientId },
    orderBy: { number: 'desc' },
    take: most,
  })
  const nameOf = await staffNames(
    tx,
    rows.map((row) => row.recordedById),
  )
  return rows.map((row) => ({
    number: row.number,
    words: Object.fromEntries(ABOUT_ME_SECTIONS.map((section) => [section, row[section]])) as AboutMeWords,
    supportedBy: row.supportedBy,
    toldOn: fromDatabaseDate(row.toldOn),
    recordedAt: row.recordedAt,
    recordedBy: nameOf(row.recordedById),
  }))
}
