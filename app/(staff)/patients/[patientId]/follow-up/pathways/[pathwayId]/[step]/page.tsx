import type { Metadata } from 'next'
import { PathwayStepFields } from '@/components/follow-up/pathway-step-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { getPathwayStep } from '@/lib/follow-up/get-pathway-step'
import { PATHWAY_STEP_WORDS } from '@/lib/follow-up/labels'
import { pathwayStepNamed } from '@/lib/follow-up/pathway-steps'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { changePathwayAction } from './actions'

export const metadata: Metadata = { title: 'Change follow-up' }

type Props = { params: Promise<{ patientId: string; pathwayId: string; step: string }> }

export default async function PathwayStepPage({ params }: Props) {
  const { patientId, pathwayId, step: named } = await params
  const step = pathwayStepNamed(named)
  const page = await pageRead((actor) => getPathwayStep(actor, { patientId, pathwayId, step }))
  const { act, does } = PATHWAY_STEP_WORDS[step ?? 'ended']
  const { pathway } = page
  const top = (
    <>
      <h1>
        {pathway.diagnosis ? (
          <span className="nhsuk-caption-xl">{diagnosisName(pathway.diagnosis)}</span>
        ) : null}
        {act}
      </h1>
      <p>{does}</p>
    </>
  )
  const before = <BackLink href={routes.followUp(patientId)}>Back to follow-up</BackLink>
  if (step === 'transferred' && page.others.length === 0)
    return (
      <Main before={before}>
        {top}
        <p>
          No other hospital team has the person in care.{' '}
          <a href={routes.careTeam(patientId)}>Refer the person to the team</a> first.
        </p>
      </Main>
    )
  return (
    <Main before={before}>
      <ActionForm action={changePathwayAction}>
        {top}
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="pathwayId" value={pathwayId} />
        <HiddenInput name="version" value={String(pathway.version)} />
        <HiddenInput name="step" value={step ?? ''} />
        <PathwayStepFields page={page} step={step ?? 'ended'} today={today()} />
        <Button variant={step === 'ended' ? 'warning' : undefined}>{act}</Button>
      </ActionForm>
    </Main>
  )
}
