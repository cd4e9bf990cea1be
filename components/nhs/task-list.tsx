import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TaskListItem = {
  heading: string
  /** Left out while the task cannot be started. */
  href?: string
  hint?: ReactNode
  status: ReactNode
}

/** The parts of a longer piece of work, each with how far it is (`StatusTag`). */
export function TaskList({ id, items }: { id: string; items: readonly TaskListItem[] }) {
  return (
    <ul className="nhsuk-task-list">
      {items.map((item, index) => (
        <Row item={item} id={`${id}-${index + 1}`} key={item.heading} />
      ))}
    </ul>
  )
}

function Row({ item: { heading, href, hint, status }, id }: { item: TaskListItem; id: string }) {
  const describedBy = classNames(hint ? `${id}-hint` : null, `${id}-status`)
  return (
    <li className={classNames('nhsuk-task-list__item', href && 'nhsuk-task-list__item--with-link')}>
      <div className="nhsuk-task-list__name-and-hint">
        {href ? (
          <a className="nhsuk-task-list__link nhsuk-link" href={href} aria-describedby={describedBy}>
            {heading}
          </a>
        ) : (
          <div>{heading}</div>
        )}
        {hint ? (
          <div className="nhsuk-task-list__hint" id={`${id}-hint`}>
            {hint}
          </div>
        ) : null}
      </div>
      <div className="nhsuk-task-list__status" id={`${id}-status`}>
        {status}
      </div>
    </li>
  )
}
