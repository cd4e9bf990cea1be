import { z } from 'zod'
import { ACCESSIBLE_INFORMATION_NEEDS } from '@/lib/nhs/code-lists/accessible-information'
import { idField, textField, versionField } from '@/lib/platform/form-fields'
import { languageTyped } from './communication-needs-language'

/** Whether an interpreter is required, as the form asks it; `not_asked` is null on the record. */
const INTERPRETER_ANSWERS = ['yes', 'no', 'not_asked'] as const
const ANSWERS = { yes: true, no: false, not_asked: null }

const languageField = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null
    const code = languageTyped(typed)
    if (code !== null) return code
    context.addIssue({
      code: 'custom',
      message: 'Enter a language by its English name, for example Tigrinya',
    })
    return z.NEVER
  })

export const changeCommunicationNeedsSchema = z
  .object({
    patientId: idField,
    version: versionField,
    interpreterRequired: z
      .enum(INTERPRETER_ANSWERS, { error: 'Select whether an interpreter is required' })
      .transform((answer) => ANSWERS[answer]),
    preferredLanguage: languageField,
    /** In the order of the list, whatever order they were ticked in. */
    informationNeeds: z.preprocess(
      (posted) => (posted === undefined || posted === '' ? [] : [posted].flat()),
      z
        .array(z.enum(ACCESSIBLE_INFORMATION_NEEDS.codes, { error: 'Select from the list' }))
        .transform((ticked): string[] =>
          ACCESSIBLE_INFORMATION_NEEDS.codes.filter((code) => ticked.includes(code)),
        ),
    ),
    communicationNote: textField('Note'),
  })
  .refine((needs) => !needs.interpreterRequired || needs.preferredLanguage !== null, {
    path: ['preferredLanguage'],
    message: 'Enter the language of the interpreter',
  })
