import 'server-only'
import { cache } from 'react'
import type { Actor } from '@/lib/access/actor'
import { isUuid } from '@/lib/access/care-context'
import { hotRead } from '@/lib/access/hot-read'
import { NotFound } from '@/lib/platform/errors'
import { bannerOf, type Banner } from './banner'
import { shownAndLogged, type PatientRow } from './patient-row'

/** What every page of one patient shows. */
export type PatientPage = {
  banner: Banner
  /** Opened by break-glass: everything may be read that the role could read under care, nothing changed. */
  isEmergency: boolean
}

const PATIENT_PAGE = `${shownAndLogged('patient.page_viewed')}
  select shown.*, exists (select from access.my_care($1::uuid)) as in_care from shown`

/**
 * Who a page is about, and the entry in the access log that it was looked at. Layout and page both ask; within a request
 * the database is asked, and the view is logged, once.
 *
 * @throws NotFound
 */
export const getPatientPage = cache(async (actor: Actor, patientId: string): Promise<PatientPage> => {
  if (!isUuid(patientId)) throw new NotFound()
  const [[row]] = await hotRead<[(PatientRow & { in_care: boolean })[]]>(actor, {
    name: 'patient-page',
    text: PATIENT_PAGE,
    values: [patientId],
  })
  if (!row) throw new NotFound()
  return { banner: bannerOf(row), isEmergency: !row.in_care }
})
