import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { RehearsedRows } from '@/components/follow-up/rehearsed-rows'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { getChosenRehearsal } from '@/lib/follow-up/get-rehearsal'
import { MOST_MOVED } from '@/lib/follow-up/publication-schema'
import { chosenPathways, rehearsalAddress } from '@/lib/follow-up/rehearsal-address'
import { peopleInWords } from '@/lib/follow-up/rehearsal-words'
import { moveToVersionAction } from './actions'

export const metadata: Metadata = { title: 'Confirm who moves' }

type Props = {
  params: Promise<{ organisationId: string; code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MoveToVersionPage({ params, searchParams }: Props) {
  const place = await params
  const chosen = chosenPathways(await searchParams, MOST_MOVED)
  const { protocol, people } = await pageRead((actor) => getChosenRehearsal(actor, place, chosen))
  if (people.length === 0) redirect(rehearsalAddress(place, { choose: 'nobody' }))
  const back = rehearsalAddress(place)
  return (
    <Main before={<BackLink href={back}>Back to the rehearsal</BackLink>}>
      <ActionForm action={moveToVersionAction}>
        <h1>
          <span className="nhsuk-caption-xl">{protocol.title}</span>
          Move {peopleInWords(people.length)} to version {protocol.version}?
        </h1>
        <p>
          What is owed for them is worked out again at once, and their results are looked at by the new
          version. Who is not named here stays on the version that they are on.
        </p>
        <RehearsedRows people={people} />
        <SubmissionId />
        <HiddenInput name="organisationId" value={place.organisationId} />
        <HiddenInput name="protocol" value={place.code} />
        <HiddenInput name="version" value={protocol.version} />
        {people.map(({ pathwayId, pathwayVersion }) => (
          <HiddenInput name="pathway" value={`${pathwayId} ${pathwayVersion}`} key={pathwayId} />
        ))}
        <TextArea
          name="reason"
          label="Why do they move?"
          hint="Kept with each person’s follow-up"
          rows={2}
          value={`Version ${protocol.version} has been published`}
        />
        <ButtonGroup>
          <Button>Move {peopleInWords(people.length)}</Button>
          <a href={back}>Do nothing</a>
        </ButtonGroup>
      </ActionForm>
    </Main>
  )
}
