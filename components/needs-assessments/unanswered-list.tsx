import { ButtonLink } from '@/components/nhs/button'
import type { FieldError } from '@/lib/platform/form-state'

type Props = { problems: readonly FieldError[]; formHref: string }

/** What is missing before an assessment in progress can be filed, each linked to its field in the form. */
export function UnansweredList({ problems, formHref }: Props) {
  return (
    <>
      <h1>This assessment is not complete</h1>
      <p>It is saved as a draft. Before it can be filed:</p>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            <a href={field ? `${formHref}#${field}` : formHref}>{message}</a>
          </li>
        ))}
      </ul>
      <ButtonLink href={formHref}>Go on with the assessment</ButtonLink>
    </>
  )
}
