import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import type { FirstPage } from '@/lib/cancer-care-reviews/first-page'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = { page: Pick<FirstPage, 'summary' | 'otherSummaries' | 'unreadableSummaries' | 'treatments'> }
type Summary = NonNullable<FirstPage['summary']>

/** The first half page of the treatment summary; without one, what the record says of treatment. */
export function FirstPageTreatment({ page }: Props) {
  const { summary, otherSummaries, unreadableSummaries, treatments } = page
  return (
    <section>
      <h2 className="text-2xl">Treatment</h2>
      {summary ? <SummaryRows summary={summary} /> : <NoSummary treatments={treatments} />}
      {otherSummaries.map(({ deliveryId, sentOn, name }) => (
        <p key={deliveryId}>
          Also sent: <a href={routes.sentSummary(deliveryId)}>treatment summary of {name}</a>,{' '}
          {formatDateForStaff(sentOn)}
        </p>
      ))}
      {unreadableSummaries.map((sentOn) => (
        <p key={sentOn}>
          A treatment summary sent {formatDateForStaff(sentOn)} cannot be shown here. Ask the team for it.
        </p>
      ))}
    </section>
  )
}

function SummaryRows({ summary: { first, team, telephone, deliveryId, sentOn } }: { summary: Summary }) {
  const rows: SummaryRow[] = [
    { label: 'Diagnosis', value: first.diagnosis || 'Not recorded' },
    { label: 'Treatment', value: first.treatment || 'Not recorded' },
    { label: 'Intent', value: first.intent },
    {
      label: 'Call us if',
      value: first.callIf.length > 0 ? <Lines lines={first.callIf} /> : 'Nothing listed',
    },
    { label: 'Call', value: first.call || [team, telephone].filter(Boolean).join(', ') },
  ]
  return (
    <>
      <SummaryList rows={rows} />
      <p>
        <a href={routes.sentSummary(deliveryId)}>Treatment summary</a> from {team}, sent{' '}
        {formatDateForStaff(sentOn)}
      </p>
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function NoSummary({ treatments }: Pick<FirstPage, 'treatments'>) {
  return (
    <>
      <p>The hospital has sent your practice no treatment summary for this cancer.</p>
      {treatments.length > 0 ? (
        <ul>
          {treatments.map(({ modality, startedOn, endedOn }) => (
            <li key={`${modality} ${startedOn}`}>
              {TREATMENT_MODALITIES.label(modality)}, {formatDateForStaff(startedOn)} to{' '}
              {endedOn ? formatDateForStaff(endedOn) : 'now'}
            </li>
          ))}
        </ul>
      ) : (
        <p>No treatment is recorded.</p>
      )}
    </>
  )
}
