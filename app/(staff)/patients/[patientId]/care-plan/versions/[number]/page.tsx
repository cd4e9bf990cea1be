import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { PlanDocument } from '@/components/care-plans/plan-document'
import { ChangeList } from '@/components/care-plans/plan-versions'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { getCarePlanVersion } from '@/lib/care-plans/version-queries'
import { onTheWay } from '@/lib/care-plans/where-next'
import { formatDateForPatient, formatDateForStaff } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Version of the care plan' }

type Props = {
  params: Promise<{ patientId: string; number: string }>
  searchParams: Promise<{ plan?: string }>
}

export default async function CarePlanVersionPage({ params, searchParams }: Props) {
  const { patientId, number } = await params
  const { plan: planId } = await searchParams
  const version = await pageRead((actor) => getCarePlanVersion(actor, { patientId, number, planId }))
  const { content, changes, shares } = version
  const way = (address: string, more = {}) => onTheWay(address, '', { plan: version.planId, ...more })
  return (
    <Main before={<BackLink href={way(routes.carePlan(patientId))}>Back to the plan</BackLink>}>
      <h1>Version {version.number} of the care plan</h1>
      <AlteredWarning isIntact={version.isIntact} />
      <p>
        Kept as it was agreed, recorded by {version.by}.{' '}
        {shares.length === 0
          ? 'Not shared.'
          : `Shared with ${shares
              .map((share) => `${share.teamName} on ${formatDateForStaff(londonDate(share.sharedAt))}`)
              .join(', ')}.`}
      </p>
      <h2>What changed</h2>
      <ChangeList changes={changes} isFirst={version.number === 1} />
      <p className="app-screen-only">
        <a href={way(routes.printCarePlan(patientId), { version: String(version.number) })}>
          Print this version
        </a>
      </p>
      <PlanDocument
        content={content}
        versionLine={`Version ${version.number}, agreed on ${formatDateForPatient(content.agreement.on)}`}
        today={today()}
      />
    </Main>
  )
}
