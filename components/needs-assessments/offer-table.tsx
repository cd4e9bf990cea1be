import { Table } from '@/components/nhs/table'
import type { ListedOffer } from '@/lib/needs-assessments/assessment-list'
import { OUTCOME_LABELS, pathwayPointLabel, staffRoleLabel } from '@/lib/needs-assessments/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; offers: readonly ListedOffer[]; mayVoid: boolean }

/** Every offer ever made, each a fact of its own, the latest first. */
export function OfferTable({ patientId, offers, mayVoid }: Props) {
  return (
    <section>
      <h2>Offers</h2>
      {offers.length === 0 ? (
        <p>No offer is recorded yet.</p>
      ) : (
        <Table
          caption="Offers, the latest first"
          captionHidden
          compact
          firstCellIsHeader
          columns={[
            { label: 'Date' },
            { label: 'Outcome' },
            { label: 'Point of the pathway' },
            { label: 'Offered by' },
            ...(mayVoid ? [{ label: 'Recorded in error?', labelHidden: true }] : []),
          ]}
          rows={offers.map((offer) => ({
            key: offer.id,
            cells: [
              formatDateForStaff(offer.on),
              <Outcome offer={offer} key="outcome" />,
              pathwayPointLabel(offer.pathwayPoint),
              <>
                {offer.recordedBy}
                <small className="block">
                  {staffRoleLabel(offer.staffRoleCode)}, {offer.teamName}
                </small>
              </>,
              ...(mayVoid ? [<VoidLink patientId={patientId} offer={offer} key="void" />] : []),
            ],
          }))}
        />
      )}
    </section>
  )
}

function Outcome({ offer: { outcome, reason, voided, isAssessed } }: { offer: ListedOffer }) {
  const words = OUTCOME_LABELS[outcome]
  if (voided)
    return (
      <>
        <s>{words}</s>
        <small className="block app-preserve-lines">
          Recorded in error, says {voided.by}: {voided.reason}
        </small>
      </>
    )
  return (
    <>
      {words}
      {isAssessed ? ', assessment recorded' : ''}
      {reason ? <small className="block app-preserve-lines">{reason}</small> : null}
    </>
  )
}

function VoidLink({ patientId, offer }: { patientId: string; offer: ListedOffer }) {
  if (offer.voided || offer.isAssessed) return null
  return (
    <a href={`${routes.needsAssessments(patientId)}?void=${offer.id}`}>
      Recorded in error<span className="app-hidden"> offer of {formatDateForStaff(offer.on)}</span>
    </a>
  )
}
