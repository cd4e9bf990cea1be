export type Option = { value: string; label: string }

/** What is asked in one box. `missing`: it must be filled before signing, and this is what is said where it is not. */
export type FieldDeclaration = {
  label: string
  kind: 'line' | 'text' | 'date' | 'choice' | 'snomed'
  hint?: string
  missing?: string
  options?: readonly Option[]
}

/** Things of one kind in a section: each has these fields, of which the one named `of` must be filled. */
export type RowDeclaration = {
  one: string
  of: string
  missing?: string
  fields: Readonly<Record<string, FieldDeclaration>>
}

export type SectionDeclaration = {
  title: string
  fields: Readonly<Record<string, FieldDeclaration>>
  rows?: RowDeclaration
}

export const YES_OR_NO: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known' },
]

export const line = (label: string, more: Partial<FieldDeclaration> = {}): FieldDeclaration => ({
  label,
  kind: 'line',
  ...more,
})
export const text = (label: string, more: Partial<FieldDeclaration> = {}): FieldDeclaration => ({
  label,
  kind: 'text',
  ...more,
})
export const date = (label: string, more: Partial<FieldDeclaration> = {}): FieldDeclaration => ({
  label,
  kind: 'date',
  ...more,
})
export const choice = (
  label: string,
  picked: readonly Option[],
  more: Partial<FieldDeclaration> = {},
): FieldDeclaration => ({ label, kind: 'choice', options: picked, ...more })

export const section = <const Fields extends Readonly<Record<string, FieldDeclaration>>>(
  title: string,
  fields: Fields,
) => ({ title, fields })
