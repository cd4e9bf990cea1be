import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** A patient as the statements of this folder give one. */
export type PatientRow = {
  id: string
  nhs_number: string
  title: string | null
  given_name: string
  family_name: string
  preferred_name: string | null
  born_on: CalendarDate
  sex: string
  gender: string | null
  died_on: CalendarDate | null
  address_line_1: string | null
  address_line_2: string | null
  postcode: string | null
  mobile_telephone: string | null
  home_telephone: string | null
  email: string | null
  preferred_language: string | null
  interpreter_required: boolean | null
  information_needs: string[]
  communication_note: string | null
}

/** The columns of `PatientRow`. */
const PATIENT_COLUMNS = `id, nhs_number, title, given_name, family_name, preferred_name, born_on, sex, gender, died_on,
  address_line_1, address_line_2, postcode, mobile_telephone, home_telephone, email, preferred_language,
  interpreter_required, information_needs, communication_note`

type PageEvent = 'patient.record_viewed' | 'patient.page_viewed' | 'cancer_care_review.prepared'

/**
 * The beginning of a statement about one patient, `$1`: the row, as `shown`, and the entry in the access log. Nothing is
 * shown that is not logged, and nothing is logged of somebody who is not shown.
 *
 * @param readers `practice`: shown to whom the person is registered with, and to nobody else
 */
export function shownAndLogged(event: PageEvent, readers: 'everybody' | 'practice' = 'everybody'): string {
  const registered = " and exists (select from access.my_care($1::uuid) as mine where mine.role = 'gp')"
  return `with shown as (
    select ${PATIENT_COLUMNS} from patient where id = $1::uuid${readers === 'practice' ? registered : ''}
  ), logged as (
    insert into access_log (event, patient_id, detail, chain, sequence, at, actor_kind, previous_hash, hash)
    select '${event}', shown.id, '{}', 0, 0, now(), '', '', '' from shown
  )`
}
