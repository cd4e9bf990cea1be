import { Client } from 'pg'
import { uuidv7 } from 'uuidv7'
import { DEMO_EMAIL_DOMAIN } from '@/lib/accounts/demo-accounts'
import { hashPassword } from '@/lib/accounts/password-hash'
import type { OrganisationRoleKind, TeamRole } from '@/lib/platform/prisma-client/enums'

/** Of every demo account, and shown on the log-in page: it guards nothing. */
export const DEMO_PASSWORD = 'fictitious people only'

export type DemoAccount = {
  email: string
  givenName: string
  familyName: string
  /** Who it is: "Beryl Jones, cancer nurse specialist, breast, Southmere". */
  description: string
  /** What to look at first, in a sentence. */
  tryThis: string
  /** COSD CR7950. */
  staffRoleCode: string
  /** By team code. */
  teams: Record<string, TeamRole>
  /** By ODS code of the organisation. */
  organisations: Record<string, OrganisationRoleKind>
}

type Person = Omit<DemoAccount, 'email' | 'description' | 'teams' | 'organisations'> & {
  job: string
  teams?: DemoAccount['teams']
  organisations?: DemoAccount['organisations']
}

const PEOPLE: readonly Person[] = [
  {
    givenName: 'Beryl',
    familyName: 'Jones',
    job: 'cancer nurse specialist, breast, Southmere',
    tryThis: 'Begin with the most overdue task on the worklist, and agree a care plan.',
    staffRoleCode: '01',
    teams: { 'ZT101-BREAST': 'clinician' },
  },
  {
    givenName: 'Samir',
    familyName: 'Patel',
    job: 'support worker, breast, Southmere',
    tryThis: 'Offer a holistic needs assessment, and record one with the person.',
    staffRoleCode: '04',
    teams: { 'ZT101-BREAST': 'support_worker' },
  },
  {
    givenName: 'Olu',
    familyName: 'Adeyemi',
    job: 'consultant urologist, Southmere',
    tryThis: 'Open the record of a man after prostatectomy, and see his needs over time.',
    staffRoleCode: '06',
    teams: { 'ZT101-UROLOGY': 'clinician' },
  },
  {
    givenName: 'Megan',
    familyName: 'Price',
    job: 'support worker, urology, Southmere',
    tryThis: 'Import a list of patients from the hospital’s system.',
    staffRoleCode: '04',
    teams: { 'ZT101-UROLOGY': 'support_worker' },
  },
  {
    givenName: 'Hannah',
    familyName: 'Clarke',
    job: 'cancer nurse specialist, colorectal, Southmere',
    tryThis: 'Review a care plan and score its concerns again.',
    staffRoleCode: '01',
    teams: { 'ZT101-COLORECTAL': 'clinician' },
  },
  {
    givenName: 'Tomasz',
    familyName: 'Nowak',
    job: 'cancer nurse specialist, breast, Westbourne',
    tryThis: 'See that patients of another hospital are not found.',
    staffRoleCode: '01',
    teams: { 'ZT102-BREAST': 'clinician' },
  },
  {
    givenName: 'Femi',
    familyName: 'Bello',
    job: 'occupational therapist, Southmere Community Therapies',
    tryThis: 'See the patients whom a hospital team referred.',
    staffRoleCode: '03',
    teams: { 'ZC201-THERAPIES': 'clinician' },
  },
  {
    givenName: 'Priya',
    familyName: 'Raman',
    job: 'GP, Mill Lane Surgery',
    tryThis: 'Read a newly shared care plan, and answer an action asked of the practice.',
    staffRoleCode: '06',
    teams: { Z90001: 'gp' },
  },
  {
    givenName: 'Carol',
    familyName: 'Whitfield',
    job: 'practice nurse, Harbour Medical Centre',
    tryThis: 'See who of the practice is under cancer care.',
    staffRoleCode: '02',
    teams: { Z90002: 'gp' },
  },
  {
    givenName: 'Angela',
    familyName: 'Mbeki',
    job: 'administrator, Southmere',
    tryThis: 'Invite a colleague, and give them a team.',
    staffRoleCode: '08',
    organisations: { ZT101: 'admin' },
  },
  {
    givenName: 'Gareth',
    familyName: 'Lewis',
    job: 'second administrator, Southmere',
    tryThis: 'Confirm a role that the first administrator gave.',
    staffRoleCode: '08',
    organisations: { ZT101: 'admin' },
  },
  {
    givenName: 'Ruth',
    familyName: 'Okafor',
    job: 'programme lead, Southmere',
    tryThis: 'See that this role opens no record about a person.',
    staffRoleCode: '08',
    organisations: { ZT101: 'programme_lead' },
  },
  {
    givenName: 'Nia',
    familyName: 'Evans',
    job: 'privacy officer, Southmere',
    tryThis: 'See that this role opens no clinical record.',
    staffRoleCode: '08',
    organisations: { ZT101: 'privacy_officer' },
  },
]

/** The fictitious people whom anybody may log in as. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = PEOPLE.map(({ job, ...person }) => ({
  teams: {},
  organisations: {},
  ...person,
  email: `${person.givenName}.${person.familyName}@${DEMO_EMAIL_DOMAIN}`.toLowerCase(),
  description: `${person.givenName} ${person.familyName}, ${job}`,
}))

/** Since when they have their teams and roles: before any of the demo data. */
const STARTED_ON = '2020-01-01'

/**
 * Puts the demo accounts in, with their teams, roles and password. Those that are there already stay as they are.
 *
 * @param options `ownerUrl`: role `owner`, after the reference data is loaded
 */
export async function putDemoAccounts({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    for (const account of DEMO_ACCOUNTS) await putAccount(client, account, passwordHash)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function putAccount(client: Client, account: DemoAccount, passwordHash: string): Promise<void> {
  const id = uuidv7()
  const { rowCount } = await client.query(
    `insert into staff (id, email, given_name, family_name, staff_role_code) values ($1, $2, $3, $4, $5)
     on conflict (email) do nothing`,
    [id, account.email, account.givenName, account.familyName, account.staffRoleCode],
  )
  if (rowCount !== 1) return
  await client.query('insert into staff_credential (staff_id, password_hash) values ($1, $2)', [
    id,
    passwordHash,
  ])
  for (const [code, role] of Object.entries(account.teams)) {
    await client.query(
      `insert into team_member (id, staff_id, team_id, role, started_on)
       select $1, $2, id, $3::team_role, $4 from team where code = $5`,
      [uuidv7(), id, role, STARTED_ON, code],
    )
  }
  for (const [code, role] of Object.entries(account.organisations)) {
    await client.query(
      `insert into organisation_role (id, staff_id, organisation_id, role, started_on, confirmed_at)
       select $1, $2, id, $3::organisation_role_kind, $4, now() from organisation where ods_code = $5`,
      [uuidv7(), id, role, STARTED_ON, code],
    )
  }
}
