import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { pageRead } from '@/lib/accounts/page-read'
import { pageOf } from '@/lib/messages/chosen-letters'
import { listSentMessages, type PracticeLetter } from '@/lib/messages/practice-queries'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Letters to the practice' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PracticeLettersPage({ searchParams }: Props) {
  const page = pageOf(await searchParams)
  const { letters, hasMore } = await pageRead((actor) => listSentMessages(actor, page))
  return (
    <Main before={<BackLink href={routes.practiceHome()}>Back to the practice</BackLink>}>
      <h1>Letters to the practice</h1>
      {letters.length === 0 ? (
        <p>
          No letter is on this page of the list. Letters from hospital teams appear here as soon as they are
          written.
        </p>
      ) : (
        <Letters letters={letters} />
      )}
      <Pagination
        page={page}
        pageCount={page + (hasMore ? 1 : 0)}
        hrefFor={(number) => `${routes.practiceLetters()}?page=${number}`}
      />
    </Main>
  )
}

function Letters({ letters }: { letters: readonly PracticeLetter[] }) {
  return (
    <table className="app-list">
      <caption>Newest first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Letter</th>
          <th scope="col">Read</th>
        </tr>
      </thead>
      <tbody>
        {letters.map(({ id, identifiers, subject, teamName, sentAt, isRead }) => (
          <tr key={id}>
            <th scope="row">
              {identifiers[0]}
              <br />
              <span className="app-number">{identifiers[1]}</span>
            </th>
            <td>
              <a href={routes.sentMessage(id)}>{subject}</a>
              <br />
              {teamName}, sent {formatDateForStaff(londonDate(sentAt))}
            </td>
            <td>{isRead ? 'Read' : 'Not yet read'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
