import { DEMO_EMAIL_DOMAIN } from '@/lib/accounts/demo-accounts'
import type { StaffPlan } from '@/tests/factories/people-who-work'

type Colleague = StaffPlan & { givenName: string; familyName: string; email: string }

function colleague(name: string, staffRoleCode: string, teams: StaffPlan['teams']): Colleague {
  const [givenName = '', familyName = ''] = name.split(' ')
  const email = `${givenName}.${familyName}@${DEMO_EMAIL_DOMAIN}`.toLowerCase()
  return { givenName, familyName, email, staffRoleCode, teams }
}

/** People who work beside those of the demo accounts. Nobody can log in as them: they have no password. */
export const DEMO_COLLEAGUES: readonly Colleague[] = [
  colleague('Bhavna Rao', '06', { 'ZT101-BREAST': 'clinician' }),
  colleague('Lucy Tran', '01', { 'ZT101-BREAST': 'clinician' }),
  colleague('Daniel Osei', '01', { 'ZT101-UROLOGY': 'clinician' }),
  colleague('Ellie Barnes', '04', { 'ZT101-COLORECTAL': 'support_worker' }),
  colleague('Martin Hale', '06', { 'ZT101-COLORECTAL': 'clinician' }),
  colleague('Joanne Pike', '04', { 'ZT102-BREAST': 'support_worker' }),
  { ...colleague('Petra Nowak', '08', {}), organisations: { ZT102: 'admin' } },
  colleague('Helen Strand', '03', { 'ZC201-THERAPIES': 'clinician' }),
]
