import { Radios } from '@/components/nhs/radios'
import type { HeldRole } from '@/lib/access/actor'
import { organisationRoleLabels, organisationRoleNotes } from '@/lib/care-teams/labels'
import { OrganisationRoleKind } from '@/lib/platform/prisma-client/enums'

type Props = {
  /** The field of the role. */
  name: string
  /** Those that the administrator may give a role in. */
  organisations: readonly HeldRole[]
}

/** The fields of a role for a whole organisation. */
export function OrganisationAndRole({ name, organisations }: Props) {
  return (
    <>
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
        name={name}
        label="Which role?"
        items={Object.values(OrganisationRoleKind).map((role) => ({
          value: role,
          label: organisationRoleLabels[role],
          hint: organisationRoleNotes[role],
        }))}
      />
    </>
  )
}
