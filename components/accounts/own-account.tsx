import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { routes } from '@/lib/platform/routes'

/** In place of a form that would act on the administrator's own account. */
export function OwnAccount({ staffId }: { staffId: string }) {
  return (
    <Main before={<BackLink href={routes.staffMember(staffId)}>Back to your account</BackLink>}>
      <h1>This is your own account</h1>
      <p>Your teams, roles and access are for another administrator of the organisation to decide.</p>
    </Main>
  )
}
