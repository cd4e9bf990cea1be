import { Radios } from '@/components/nhs/radios'
import { TextInput } from '@/components/nhs/text-input'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'

type Props = { givenName?: string; familyName?: string; staffRoleCode?: string }

/** The fields of who a member of staff is. */
export function StaffParticulars({ givenName, familyName, staffRoleCode }: Props) {
  return (
    <>
      <TextInput name="givenName" label="Given name" value={givenName} autoComplete="off" width={20} />
      <TextInput name="familyName" label="Family name" value={familyName} autoComplete="off" width={20} />
      <Radios
        name="staffRole"
        label="Staff role"
        hint="As it is reported in the cancer data set, for instance with an assessment that they offer"
        value={staffRoleCode}
        items={STAFF_ROLES.codes.map((code) => ({ value: code, label: STAFF_ROLES.label(code) }))}
        small
      />
    </>
  )
}
