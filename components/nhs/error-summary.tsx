'use client'

import { useEffect, useRef } from 'react'
import type { FieldError } from '@/lib/platform/form-state'

const titlePrefix = 'Error: '

type Props = { errors: FieldError[]; heading?: string }

/** Lists what is wrong, each linked to its field. Takes the focus when it appears or changes, and marks the title. */
export function ErrorSummary({ errors, heading = 'There is a problem' }: Props) {
  const summary = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (errors.length === 0) return
    summary.current?.focus()
    return keepMarked()
  }, [errors])

  if (errors.length === 0) return null
  return (
    <div className="nhsuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{heading}</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={field + message}>{field ? <a href={`#${idOf(field)}`}>{message}</a> : message}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

/**
 * Marks the title as one of a page with errors, also when the framework puts in a title afterwards: that of a page that was
 * reached by a link may arrive after the answer to its form.
 *
 * @returns takes the mark away
 */
function keepMarked(): () => void {
  const mark = () => {
    if (document.title && !document.title.startsWith(titlePrefix))
      document.title = titlePrefix + document.title
  }
  mark()
  const titles = new MutationObserver(mark)
  titles.observe(document.head, { childList: true, subtree: true, characterData: true })
  return () => {
    titles.disconnect()
    if (document.title.startsWith(titlePrefix)) document.title = document.title.slice(titlePrefix.length)
  }
}

/** The day of a date carries the id of the whole date. */
function idOf(field: string): string {
  return field.replace(/-day$/, '')
}
