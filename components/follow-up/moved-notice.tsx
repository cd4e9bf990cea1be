import { NotificationBanner } from '@/components/nhs/notification-banner'
import { WarningCallout } from '@/components/nhs/warning-callout'
import type { Moved } from '@/lib/follow-up/move-people'
import type { RehearsedPerson } from '@/lib/follow-up/rehearsal-view'
import { peopleInWords, WHY_LEFT_WORDS } from '@/lib/follow-up/rehearsal-words'

type Props = { moved: Moved; people: readonly RehearsedPerson[] }

/** What became of those who were to move. Names of those alone who are still on the page. */
export function MovedNotice({ moved: { moved, left }, people }: Props) {
  const nameOf = (id: string) => people.find(({ pathwayId }) => pathwayId === id)?.name ?? 'One person'
  return (
    <>
      {moved.length > 0 ? (
        <NotificationBanner variant="success">
          {peopleInWords(moved.length)} moved. What is owed has been worked out again
        </NotificationBanner>
      ) : null}
      {left.length > 0 ? (
        <WarningCallout heading={`${peopleInWords(left.length)} not moved`} headingLevel={2}>
          <ul>
            {left.map(({ pathwayId, why }) => (
              <li key={pathwayId}>
                {nameOf(pathwayId)}: {WHY_LEFT_WORDS[why]}
              </li>
            ))}
          </ul>
        </WarningCallout>
      ) : null}
    </>
  )
}
