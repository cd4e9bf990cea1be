import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { PlanDocument } from '@/components/care-plans/plan-document'
import { PrintButton } from '@/components/care-plans/print-button'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { getPlanToPrint, type PrintedPlan } from '@/lib/care-plans/version-queries'
import { onTheWay } from '@/lib/care-plans/where-next'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Care plan to print' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ plan?: string; version?: string }>
}

export default async function PrintCarePlanPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { plan: planId, version: number } = await searchParams
  const printed = await pageRead((actor) => getPlanToPrint(actor, { patientId, planId, number }))
  const back = onTheWay(routes.carePlan(patientId), '', planId ? { plan: planId } : {})
  return (
    <Main before={<BackLink href={back}>Back to the plan</BackLink>}>
      <h1 className="app-screen-only">Care plan to print</h1>
      <PrintButton />
      <AlteredWarning isIntact={printed.isIntact} />
      <PlanDocument content={printed.content} versionLine={versionLine(printed)} today={today()} />
    </Main>
  )
}

function versionLine({ number, content }: PrintedPlan): string {
  return number !== null && content.agreement
    ? `Version ${number}, agreed on ${formatDateForPatient(content.agreement.on)}`
    : `Being prepared, as it was on ${formatDateForPatient(today())}. Not agreed yet`
}
