import { KeyContactRole } from '@/lib/platform/prisma-client/enums'

export const KEY_CONTACT_ROLE_LABELS: Readonly<Record<KeyContactRole, string>> = {
  cancer_nurse_specialist: 'Cancer nurse specialist (key worker)',
  support_worker: 'Support worker',
  consultant: 'Consultant',
  neighbourhood_lead: 'Neighbourhood lead',
  carer: 'Carer, family or friend',
}

export const KEY_CONTACT_ROLES = Object.values(KeyContactRole)
