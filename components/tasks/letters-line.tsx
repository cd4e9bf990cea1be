import { Tag } from '@/components/nhs/tag'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import type { WaitingLetters } from '@/lib/tasks/worklist'

/** What a worklist says in place of each letter to post: how many wait and since when, with the way to them. */
export function LettersLine({ letters: { open, overdue, first } }: { letters: WaitingLetters }) {
  return (
    <p>
      <a href={routes.lettersToPost()}>
        {open === 1 ? '1 letter' : `${open.toLocaleString('en-GB')} letters`} to post
      </a>
      , {open === 1 ? '' : 'oldest '}due {formatDateForStaff(first)}{' '}
      {overdue > 0 ? (
        <Tag colour="red">{overdue === open ? 'Overdue' : `${overdue.toLocaleString('en-GB')} overdue`}</Tag>
      ) : null}
    </p>
  )
}
