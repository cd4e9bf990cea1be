import { PATIENT_FILE_BYTES } from '@/lib/patients/import/patient-file-limits'
import type { BodyRefusal } from '@/lib/platform/posted-body'
import { routes } from '@/lib/platform/routes'

/** What a form holds around its file: names of fields, ids, the lines between them. */
const FORM_AROUND_FILE_BYTES = 1024 * 1024

/** Largest body of any post; a patient file is the largest thing that is sent. */
export const LARGEST_POST_BYTES = PATIENT_FILE_BYTES + FORM_AROUND_FILE_BYTES

type Answer = { status: number; location?: string; words?: string }

/**
 * What a post that is too large to be read is answered with: back to the page of the import, which says why at the
 * field, or at any other address in words. Nothing of it has been written.
 */
export function answerToRefusedBody(path: string, refusal: BodyRefusal): Answer {
  if (refusal === 'length_unknown')
    return { status: 411, words: 'How long it is must be said before it is sent. Nothing was written' }
  if (path === routes.importPatients()) return { status: 303, location: routes.refusedImport() }
  return { status: 413, words: 'What was sent is too large. Nothing was written' }
}
