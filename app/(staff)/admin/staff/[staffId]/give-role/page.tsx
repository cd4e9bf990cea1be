import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { organisationRoleLabels, organisationRoleNotes } from '@/lib/care-teams/labels'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { OrganisationRoleKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { giveRoleAction } from './actions'

export const metadata: Metadata = { title: 'Give a role' }

type Props = { params: Promise<{ staffId: string }> }

export default async function GiveRolePage({ params }: Props) {
  const { staffId } = await params
  const { staff, organisations } = await pageRead(async (actor) => ({
    staff: await getStaffMember(actor, staffId),
    organisations: actor.organisationRoles.filter(({ role }) => role === 'admin'),
  }))
  return (
    <Main
      before={<BackLink href={routes.staffMember(staff.id)}>{`Back to ${formatNamePlain(staff)}`}</BackLink>}
    >
      <ActionForm action={giveRoleAction}>
        <h1>Give {formatNamePlain(staff)} a role</h1>
        <SubmissionId />
        <HiddenInput name="staffId" value={staff.id} />
        <Radios
          name="organisationId"
          label="For which organisation?"
          value={organisations.length === 1 ? organisations[0]?.organisationId : undefined}
          items={organisations.map(({ organisationId, organisationName }) => ({
            value: organisationId,
            label: organisationName,
          }))}
        />
        <Radios
          name="role"
          label="Which role?"
          items={Object.values(OrganisationRoleKind).map((role) => ({
            value: role,
            label: organisationRoleLabels[role],
            hint: organisationRoleNotes[role],
          }))}
        />
        <Button>Give the role</Button>
      </ActionForm>
    </Main>
  )
}
