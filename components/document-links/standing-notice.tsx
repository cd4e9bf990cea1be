import { WarningCallout } from '@/components/nhs/warning-callout'
import type { LinkStanding } from '@/lib/access/link-table'
import { Telephone } from './telephone'

type Props = { standing: LinkStanding; team: { name: string; telephone: string | null } }

/** Why nothing can be answered by a link any more, and what to do; nothing where all is as it was. */
export function StandingNotice({ standing, team }: Props) {
  if (standing === 'current') return null
  const { heading, words, ask } = NOTICES[standing]
  return (
    <WarningCallout heading={heading} headingLevel={2}>
      <p>
        {words} {ask}
        {team.name}
        <Telephone number={team.telephone} />.
      </p>
    </WarningCallout>
  )
}

const NOTICES: Readonly<
  Record<Exclude<LinkStanding, 'current'>, { heading: string; words: string; ask: string }>
> = {
  superseded: {
    heading: 'A later version stands',
    words:
      'The hospital team has signed a later version of this summary. This one is shown as it was sent, and can no longer be answered.',
    ask: 'For a link to the later version ring ',
  },
  moved: {
    heading: 'Not registered with your practice',
    words:
      'The person is no longer registered with your practice, so nothing is asked of you. This is the summary as it was sent.',
    ask: 'If that is wrong, ring ',
  },
  died: {
    heading: 'This person has died',
    words: 'Nothing is asked of your practice any more. This is the summary as it was sent.',
    ask: 'If you have a question, ring ',
  },
}
