import type { FormState } from './form-state'

/** A posted form may not be larger than this in all, nor have more fields. */
const MOST_FIELDS = 2000

/** What a schema reads: text, several texts of one name, the three boxes of a date, or a file. */
export type PostedForm = Record<string, string | string[] | Record<string, string> | File>

const DATE_PART = /^(.+)-(day|month|year)$/
const NEVER_SHOWN_AGAIN = /password|token|^code$/i

/**
 * A posted form as plain data. `bornOn-day`, `-month` and `-year` become `bornOn: { day, month, year }`. A file field in
 * which none was chosen is empty text. Next's own fields are left out. Null where there are too many fields or a name that
 * no form has.
 */
export function readPostedForm(formData: FormData): PostedForm | null {
  const posted = new Map<string, PostedForm[string]>()
  let count = 0
  for (const name of new Set(formData.keys())) {
    if (name.startsWith('$ACTION')) continue
    if (++count > MOST_FIELDS || name === '__proto__') return null
    addField(posted, name, formData.getAll(name))
  }
  return Object.fromEntries(posted)
}

function addField(posted: Map<string, PostedForm[string]>, name: string, all: FormDataEntryValue[]): void {
  const [first] = all
  const [, date, part] = DATE_PART.exec(name) ?? []
  if (first instanceof File) posted.set(name, isNoFile(first) ? '' : first)
  else if (date && part) posted.set(date, { ...datePartsOf(posted.get(date)), [part]: String(first ?? '') })
  else posted.set(name, all.length > 1 ? all.map(String) : String(first ?? ''))
}

/** What stands for a file without a name once the form has been read. */
const NO_NAME = ['', 'blob', 'undefined']

/** Browsers send a field in which no file was chosen as a file of no bytes without a name. */
function isNoFile(file: File): boolean {
  return file.size === 0 && NO_NAME.includes(file.name)
}

function datePartsOf(value: PostedForm[string] | undefined): Record<string, string> {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof File) ? value : {}
}

/** What was typed, to show it again: everything but passwords, codes and files. */
export function typedValues(formData: FormData): FormState['values'] {
  const values: FormState['values'] = {}
  for (const name of new Set(formData.keys())) {
    if (name.startsWith('$ACTION') || NEVER_SHOWN_AGAIN.test(name) || name === '__proto__') continue
    const texts = formData.getAll(name).filter((value) => typeof value === 'string')
    if (texts.length > 0) values[name] = texts.length > 1 ? texts : (texts[0] ?? '')
  }
  return values
}
