import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import type { KeyContact, PossibleContact } from '@/lib/care-teams/key-contact'
import { KEY_CONTACT_ROLE_LABELS, KEY_CONTACT_ROLES } from '@/lib/care-teams/key-contact-labels'

type Props = { possible: readonly PossibleContact[]; contact?: KeyContact }

/** Who a key contact is and how they are reached: a member of a team that has the person in care, or somebody by name. */
export function KeyContactFields({ possible, contact }: Props) {
  return (
    <>
      <Radios
        name="role"
        label="What are they to the person?"
        value={contact?.role}
        items={KEY_CONTACT_ROLES.map((role) => ({ value: role, label: KEY_CONTACT_ROLE_LABELS[role] }))}
      />
      <Select
        name="staffId"
        label="Member of staff"
        hint="Of a team that has the person in care"
        value={contact?.staffId}
        options={[{ value: '', label: 'Somebody else, by name' }, ...staffOptions(possible, contact)]}
      />
      <TextInput
        name="name"
        label="Name"
        hint="Only for somebody who is not in the list"
        value={contact && !contact.staffId ? contact.name : null}
      />
      <TextInput
        name="relationship"
        label="Relationship, if they are family or a friend"
        hint="For example, daughter"
        width={20}
        value={contact?.relationship}
      />
      <TextInput
        name="telephone"
        label="Telephone"
        hint="Leave empty for the number of their team"
        type="tel"
        width={20}
        value={contact?.hasOwnTelephone ? contact.telephone : null}
      />
      <TextInput
        name="email"
        label="Email address"
        type="email"
        width={30}
        spellCheck={false}
        value={contact?.email}
      />
    </>
  )
}

/** Staff who have left their team stay on offer where they are the contact already. */
function staffOptions(possible: readonly PossibleContact[], contact?: KeyContact) {
  const options = possible.map(({ staffId, name, teamName }) => ({
    value: staffId,
    label: `${name}, ${teamName}`,
  }))
  const present = contact?.staffId
  if (!contact || !present || possible.some(({ staffId }) => staffId === present)) return options
  return [{ value: present, label: `${contact.name}, as now` }, ...options]
}
