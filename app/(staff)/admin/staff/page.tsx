import type { Metadata } from 'next'
import { AdministrationLinks } from '@/components/accounts/administration-links'
import { StaffFilters } from '@/components/accounts/staff-filters'
import { StaffTable } from '@/components/accounts/staff-table'
import { ButtonLink } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Pagination } from '@/components/nhs/pagination'
import { pageRead } from '@/lib/accounts/page-read'
import { PAGE_SIZE, parseStaffFilter, staffFilterQuery, type StaffFilter } from '@/lib/accounts/staff-filter'
import { listStaff } from '@/lib/accounts/staff-list'
import { listAdministeredTeams } from '@/lib/care-teams/queries'
import { listRolesToConfirm } from '@/lib/care-teams/roles-to-confirm'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Staff' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StaffPage({ searchParams }: Props) {
  const filter = parseStaffFilter(await searchParams)
  const { list, teams, waiting } = await pageRead(async (actor) => ({
    list: await listStaff(actor, filter),
    teams: await listAdministeredTeams(actor),
    waiting: (await listRolesToConfirm(actor)).filter(({ isForActor }) => isForActor).length,
  }))
  return (
    <Main>
      {waiting > 0 ? (
        <NotificationBanner>
          <p>
            {waiting === 1 ? 'A role waits' : `${waiting} roles wait`} for you to confirm.{' '}
            <a href={routes.rolesToConfirm()}>See which</a>
          </p>
        </NotificationBanner>
      ) : null}
      <h1>Staff</h1>
      <AdministrationLinks current="staff" />
      <ButtonLink href={routes.inviteStaff()}>Invite somebody</ButtonLink>
      <StaffFilters filter={filter} teams={teams} />
      {list.rows.length === 0 ? (
        <Empty filter={filter} />
      ) : (
        <StaffTable rows={list.rows} caption={shown(filter, list)} />
      )}
      <Pagination
        page={filter.page}
        pageCount={Math.ceil(list.total / PAGE_SIZE)}
        hrefFor={(page) => `${routes.staffList()}${staffFilterQuery({ ...filter, page })}`}
      />
    </Main>
  )
}

function shown({ page }: StaffFilter, { rows, total }: { rows: readonly unknown[]; total: number }): string {
  const first = (page - 1) * PAGE_SIZE + 1
  return `Showing ${first} to ${first + rows.length - 1} of ${total}, by family name`
}

function Empty({ filter }: { filter: StaffFilter }) {
  const isNarrowed = filter.find !== '' || filter.teamId !== null || filter.state !== null || filter.page > 1
  return isNarrowed ? (
    <p>
      Nobody fits. <a href={routes.staffList()}>Show everybody</a>
    </p>
  ) : (
    <p>Nobody works here yet. Invite the first colleague.</p>
  )
}
