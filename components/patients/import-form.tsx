'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/nhs/action-form'
import { PATIENT_FILE_BYTES, PATIENT_FILE_TOO_LARGE } from '@/lib/patients/import/patient-file-limits'
import type { FieldError, FormAction, FormState } from '@/lib/platform/form-state'

type Props = { action: FormAction; initialState: FormState; children: ReactNode }

/** The form that sends a patient file. One that is too large is not sent at all: it would take minutes to be refused. */
export function ImportForm(props: Props) {
  return <ActionForm {...props} check={fileFaults} />
}

/** What can be said of a chosen file before it is sent. */
export function fileFaults(posted: FormData): FieldError[] {
  const file = posted.get('file')
  if (!(file instanceof File) || file.size <= PATIENT_FILE_BYTES) return []
  return [{ field: 'file', message: PATIENT_FILE_TOO_LARGE }]
}
