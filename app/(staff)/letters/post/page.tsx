import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { NamedLetters } from '@/components/messages/named-letters'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { pageRead } from '@/lib/accounts/page-read'
import { chosenLetters } from '@/lib/messages/chosen-letters'
import { countOf } from '@/lib/messages/labels'
import { listChosenLetters } from '@/lib/messages/letters-to-post'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { postLettersAction } from './actions'

export const metadata: Metadata = { title: 'Mark letters as posted' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PostLettersPage({ searchParams }: Props) {
  const letterIds = chosenLetters(await searchParams)
  const letters = await pageRead((actor) => listChosenLetters(actor, letterIds))
  if (letterIds.length === 0) redirect(`${routes.lettersToPost()}?chosen=none`)
  if (letters.length === 0) notFound()
  const leaving = letters.filter(({ state, heldBackBy }) => state === 'queued' && heldBackBy === null)
  const staying = letters.filter((letter) => !leaving.includes(letter))
  return (
    <Main before={<BackLink href={routes.lettersToPost()}>Back to letters to post</BackLink>}>
      <ActionForm action={postLettersAction}>
        <h1>Mark letters as posted</h1>
        {staying.length > 0 ? (
          <WarningCallout heading={`Do not post ${countOf(staying.length)}`} headingLevel={2}>
            <p>Take these out of the post. They are not recorded as posted.</p>
            <NamedLetters letters={staying} reasons />
          </WarningCallout>
        ) : null}
        {leaving.length > 0 ? (
          <>
            <h2>{countOf(leaving.length)} to post</h2>
            <NamedLetters letters={leaving} />
          </>
        ) : null}
        <SubmissionId />
        {letters.map(({ id }) => (
          <HiddenInput name="letter" value={id} key={id} />
        ))}
        <DateInput name="postedOn" label="When were they posted?" value={today()} />
        <Button>{leaving.length > 0 ? 'Record as posted' : 'Record that they are not posted'}</Button>
      </ActionForm>
    </Main>
  )
}
