import { Table } from '@/components/nhs/table'
import type { ConcernChangeSince } from '@/lib/needs-assessments/concern-changes'
import { CHANGE_LABELS, scoreInWords } from '@/lib/needs-assessments/labels'
import type { AssessmentAnswers, FiledConcern } from '@/lib/needs-assessments/needs-assessment'

type Props = {
  answers: Pick<AssessmentAnswers, 'concerns' | 'noConcerns'>
  /** The assessment it started from, `on` in words. */
  since: { on: string; changes: readonly ConcernChangeSince[] } | null
}

/** The concerns in the person's order, with what became of each since last time, and those that are gone. */
export function ConcernsTable({ answers: { concerns }, since }: Props) {
  const gone = since?.changes.filter(({ change }) => change === 'no_longer') ?? []
  return (
    <section>
      <h2>Concerns</h2>
      {concerns.length === 0 ? (
        <p>No concerns. No care plan is needed.</p>
      ) : (
        <Table
          caption={captionOf(concerns)}
          captionHidden={!concerns.some(({ priority }) => priority !== null)}
          compact
          firstCellIsHeader
          columns={[
            { label: 'Concern' },
            { label: 'Score' },
            { label: 'In their own words' },
            ...(since ? [{ label: `Since ${since.on}` }] : []),
          ]}
          rows={concerns.map((concern, index) => ({
            key: `${concern.code} ${concern.label}`,
            cells: [
              <Named concern={concern} key="name" />,
              scoreInWords(concern.score),
              <span className="app-preserve-lines" key="words">
                {concern.ownWords}
              </span>,
              ...(since ? [changeInWords(since.changes[index])] : []),
            ],
          }))}
        />
      )}
      {gone.length > 0 && since ? (
        <p>
          No longer a concern since {since.on}: {gone.map(({ label }) => label).join(', ')}.
        </p>
      ) : null}
    </section>
  )
}

function captionOf(concerns: readonly FiledConcern[]): string {
  return concerns.some(({ priority }) => priority !== null)
    ? 'Numbered in the order the person wants to talk about them'
    : 'Concerns, the worst first'
}

function Named({ concern: { label, priority, addedBy } }: { concern: FiledConcern }) {
  return (
    <>
      {priority === null ? '' : `${priority}. `}
      {label}
      {addedBy === 'staff' ? <small className="block font-normal">Added by staff</small> : null}
    </>
  )
}

function changeInWords(change: ConcernChangeSince | undefined): string {
  if (!change) return ''
  const words = CHANGE_LABELS[change.change]
  return change.change === 'changed' && change.before !== change.now
    ? `${words}, was ${scoreInWords(change.before).toLowerCase()}`
    : words
}
