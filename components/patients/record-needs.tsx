import type { NeedOverTime } from '@/lib/patients/record/needs-over-time'
import { routes } from '@/lib/platform/routes'
import { needWords } from './need-words'

/** The worst; the others are behind the link. */
const NEEDS_SHOWN = 6

type Props = { patientId: string; needs: readonly NeedOverTime[] }

/** How the person's concerns went, in words; the drawings are with the assessments. */
export function RecordNeeds({ patientId, needs }: Props) {
  const more = needs.length - NEEDS_SHOWN
  return (
    <>
      <h2 className="text-2xl">Needs over time</h2>
      {needs.length === 0 ? (
        <p>No concern has been raised in an assessment yet.</p>
      ) : (
        <>
          <p>Scores from 0 (no trouble) to 10 (worst). Lower is better.</p>
          <ul>
            {needs.slice(0, NEEDS_SHOWN).map((need) => (
              <li key={need.label}>
                <strong>{need.label}</strong> {needWords(need)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={routes.needsAssessments(patientId)}>
          {more > 0 ? `${more} more, and all assessments` : 'All assessments'}
        </a>
      </p>
    </>
  )
}
