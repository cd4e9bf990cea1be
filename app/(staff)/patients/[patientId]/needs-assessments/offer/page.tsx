import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Select } from '@/components/nhs/select'
import { SubmissionId } from '@/components/nhs/submission-id'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { codeOptions } from '@/components/needs-assessments/code-options'
import { EarlierOffers } from '@/components/needs-assessments/earlier-offers'
import { OfferOutcome } from '@/components/needs-assessments/offer-outcome'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { PATHWAY_POINTS } from '@/lib/nhs/code-lists/pathway-point'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import { getOfferForm } from '@/lib/needs-assessments/offer-form'
import { routes } from '@/lib/platform/routes'
import { returnAddress } from '@/lib/tasks/return-to'
import { offerAssessmentAction } from './actions'

export const metadata: Metadata = { title: 'Offer a holistic needs assessment' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ returnTo?: string | string[] }>
}

export default async function Page({ params, searchParams }: Props) {
  const { patientId } = await params
  const back = returnAddress((await searchParams).returnTo, routes.needsAssessments(patientId))
  const form = await pageRead((actor) => getOfferForm(actor, patientId))
  const [own] = form.teams
  return (
    <Main before={<BackLink href={back} />}>
      <ActionForm action={offerAssessmentAction}>
        <h1>Offer a holistic needs assessment</h1>
        {form.diedOn ? (
          <WarningCallout>
            <p>
              This person died on {formatDateForStaff(form.diedOn)}. Record only what was offered while they
              lived.
            </p>
          </WarningCallout>
        ) : null}
        <EarlierOffers offers={form.offers} />
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="returnTo" value={back} />
        {form.teams.length > 1 ? (
          <Select
            name="teamId"
            label="For which of your teams?"
            value={own?.id}
            options={form.teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <HiddenInput name="teamId" value={own?.id ?? ''} />
        )}
        <OfferOutcome daysAfterOffer={form.daysAfterOffer} />
        <DateInput
          name="offeredOn"
          label="When?"
          hint="The true date, also when you enter it later"
          value={form.today}
        />
        <Select
          name="pathwayPoint"
          label="Point of the pathway"
          value={form.pathwayPoint}
          options={codeOptions(PATHWAY_POINTS)}
        />
        <Select
          name="staffRole"
          label="Role of whoever offered it"
          value={form.staffRoleCode}
          options={codeOptions(STAFF_ROLES)}
        />
        <Button>Save offer</Button>
      </ActionForm>
    </Main>
  )
}
