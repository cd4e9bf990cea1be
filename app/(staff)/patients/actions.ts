'use server'

import { formAction } from '@/lib/accounts/form-action'
import { PATIENT_SEARCH, searchPatients } from '@/lib/patients/search-patients'
import { searchPatientsSchema } from '@/lib/patients/schema'
import { RuleBroken } from '@/lib/platform/errors'
import { routes } from '@/lib/platform/routes'

/** Each search is a submission of its own, whatever the form: its number stands in the address, never what was typed. */
export const searchPatientsAction = formAction(
  PATIENT_SEARCH,
  searchPatientsSchema,
  async (actor, criteria) => {
    const id = crypto.randomUUID()
    const found = await searchPatients({ ...actor, submission: { id, action: PATIENT_SEARCH } }, criteria)
    if (found.patientIds.length > 0) return routes.patientSearchResults(id)
    throw new RuleBroken(
      'No patient of yours has these details. Check them: only people in the care of your teams are found',
    )
  },
)
