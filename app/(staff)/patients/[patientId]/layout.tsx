import type { ReactNode } from 'react'
import { EmergencyNotice } from '@/components/patients/emergency-notice'
import { PatientBanner } from '@/components/patients/patient-banner'
import { pageRead } from '@/lib/accounts/page-read'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

type Props = { params: Promise<{ patientId: string }>; children: ReactNode }

/** Who it is about, over every page of one person but the record itself, which reads the banner with everything else. */
export default async function PatientLayout({ params, children }: Props) {
  const { patientId } = await params
  const { banner, isEmergency } = await pageRead((actor) => getPatientPage(actor, patientId))
  return (
    <>
      <PatientBanner patient={banner} today={today()} href={routes.patient(patientId)} />
      {isEmergency ? <EmergencyNotice /> : null}
      {children}
    </>
  )
}
