import { ActionForm } from '@/components/nhs/action-form'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import type { ListedOffer } from '@/lib/needs-assessments/assessment-list'
import { OUTCOME_LABELS, pathwayPointLabel } from '@/lib/needs-assessments/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FormAction } from '@/lib/platform/form-state'
import { routes } from '@/lib/platform/routes'

type Props = { action: FormAction; patientId: string; offer: ListedOffer }

/** Asks before an offer is marked as recorded in error. */
export function VoidOfferForm({ action, patientId, offer }: Props) {
  return (
    <ActionForm action={action}>
      <h1>Mark an offer as recorded in error</h1>
      <p>
        The offer of {formatDateForStaff(offer.on)}, {pathwayPointLabel(offer.pathwayPoint).toLowerCase()}:{' '}
        {OUTCOME_LABELS[offer.outcome].toLowerCase()}.
      </p>
      <p>
        It stays on the list, crossed out with your reason, and no longer counts. If an assessment is then
        still to be offered, that is opened again for your team.
      </p>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <HiddenInput name="offerId" value={offer.id} />
      <TextArea name="reason" label="Why was it recorded in error?" rows={3} />
      <ButtonGroup>
        <Button variant="warning">Mark as recorded in error</Button>
        <a href={routes.needsAssessments(patientId)}>Cancel</a>
      </ButtonGroup>
    </ActionForm>
  )
}
