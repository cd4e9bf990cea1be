import { NotificationBanner } from '@/components/nhs/notification-banner'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { reasonWords } from '@/lib/messages/labels'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { routes } from '@/lib/platform/routes'
import { peopleWords, WHY_NOT_TOLD_LABELS } from '@/lib/results/labels'
import type { ToldByName } from '@/lib/results/told'

/** What came of telling several people: how many letters wait to be posted, and who was not told and why. */
export function ToldNotice({ told: { told, refused } }: { told: ToldByName }) {
  return (
    <>
      {told > 0 ? (
        <NotificationBanner variant="success">
          {peopleWords(told)} told. The letters are written:{' '}
          <a className="nhsuk-notification-banner__link" href={routes.lettersToPost()}>
            letters to post
          </a>
        </NotificationBanner>
      ) : null}
      {refused.length > 0 ? (
        <WarningCallout heading={`${peopleWords(refused.length)} not told`}>
          <ul>
            {refused.map(({ patientId, person, why, stop }, place) => (
              <li key={`${patientId} ${place}`}>
                {person
                  ? `${person.name}, ${formatNhsNumber(person.nhsNumber)}, born ${formatDateForBanner(person.bornOn)}: `
                  : 'Somebody who was chosen: '}
                {WHY_NOT_TOLD_LABELS[why]}
                {why === 'no_letter' && stop ? `: ${reasonWords('letter', stop)}` : null}
              </li>
            ))}
          </ul>
        </WarningCallout>
      ) : null}
    </>
  )
}
