import { formOf, type FormFields } from '@/tests/support/posted-form'

/** The field by which a form without JavaScript names its server action. */
const ACTION_FIELD = 'name="$ACTION_'

/** Every form of a page that posts to a server action, as it stands before anything is typed. */
export function formsOf(html: string): FormFields[] {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  return forms.filter((form) => form.includes(ACTION_FIELD)).map((form) => formOf(form, ACTION_FIELD))
}
