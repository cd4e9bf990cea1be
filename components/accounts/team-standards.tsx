import { NumberInput } from '@/components/nhs/number-input'
import {
  FOLLOW_UP_STANDARD_NAMES,
  FOLLOW_UP_STANDARDS_LIMITS,
} from '@/lib/care-teams/follow-up-standards-limits'
import type { TeamView } from '@/lib/care-teams/queries'
import { REVIEW_STANDARD_NAMES, REVIEW_STANDARDS_LIMITS } from '@/lib/care-teams/review-standards-limits'
import { STANDARD_NAMES, STANDARDS_LIMITS, unitOf } from '@/lib/care-teams/standards-limits'

type Standard = { name: string; subject: string; hint: string; unit: string; usual: number; value: number }

/** The fields for when things are due in a team: for all, and what practices or hospital teams alone owe. */
export function TeamStandards({ team }: { team: TeamView }) {
  return (
    <>
      <h2>When things are due</h2>
      <p>New tasks get their date by these. Tasks that are open keep theirs.</p>
      <Fields
        standards={STANDARD_NAMES.map((name) => ({
          ...of(STANDARDS_LIMITS, name, team),
          unit: unitOf(name),
        }))}
      />
      {team.kind === 'practice' ? <OfReviews team={team} /> : <OfFollowUp team={team} />}
    </>
  )
}

function OfReviews({ team }: { team: TeamView }) {
  return (
    <>
      <h2>Cancer care reviews</h2>
      <p>A review that is on the list keeps its day until something new is recorded about the person.</p>
      <Fields standards={REVIEW_STANDARD_NAMES.map((name) => of(REVIEW_STANDARDS_LIMITS, name, team))} />
    </>
  )
}

function OfFollowUp({ team }: { team: TeamView }) {
  return (
    <>
      <h2>Follow-up after treatment</h2>
      <p>
        Tests and results that are open get their new day overnight. Decisions, and seeing people who were
        called back, keep theirs.
      </p>
      <Fields
        standards={FOLLOW_UP_STANDARD_NAMES.map((name) => of(FOLLOW_UP_STANDARDS_LIMITS, name, team))}
      />
    </>
  )
}

function of<Name extends string, Limit>(
  limits: Readonly<Record<Name, Limit>>,
  name: Name,
  team: Readonly<Record<Name, number>>,
) {
  return { ...limits[name], name, value: team[name] }
}

function Fields({ standards }: { standards: readonly Standard[] }) {
  return standards.map(({ name, subject, hint, unit, usual, value }) => (
    <NumberInput
      key={name}
      name={name}
      label={subject}
      hint={`${hint}. Usual: ${usual} ${unit}`}
      suffix={unit}
      value={String(value)}
    />
  ))
}
