import type { Metadata } from 'next'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { EmergencyNotice } from '@/components/patients/emergency-notice'
import { PatientBanner } from '@/components/patients/patient-banner'
import { RecordAboutMe } from '@/components/patients/record-about-me'
import { RecordFollowUp } from '@/components/patients/record-follow-up'
import { RecordLinks } from '@/components/patients/record-links'
import { RecordNeeds } from '@/components/patients/record-needs'
import { noticeWords } from '@/components/patients/record-notices'
import { RecordOpenTasks } from '@/components/patients/record-open-tasks'
import { RecordPathway } from '@/components/patients/record-pathway'
import { RecordReviews } from '@/components/patients/record-reviews'
import { RecordPeople } from '@/components/patients/record-people'
import { pageRead } from '@/lib/accounts/page-read'
import { getRecord } from '@/lib/patients/record/get-record'
import { today } from '@/lib/platform/clock'

export const metadata: Metadata = { title: 'Record' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

/**
 * The record. It stands outside the layout of the other pages of a person, so that banner and story are one statement
 * and one entry in the access log.
 */
export default async function RecordPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { done } = await searchParams
  const record = await pageRead((actor) => getRecord(actor, patientId))
  const day = today()
  return (
    <>
      <PatientBanner patient={record.banner} today={day} />
      {record.isEmergency ? <EmergencyNotice /> : null}
      <Main>
        {done ? <NotificationBanner variant="success">{noticeWords(done)}</NotificationBanner> : null}
        <h1>Record</h1>
        <RecordAboutMe patientId={patientId} aboutMe={record.aboutMe} mayTell={record.may.tellAboutMe} />
        <RecordPathway patientId={patientId} record={record} today={day} />
        <RecordFollowUp patientId={patientId} record={record} today={day} />
        <RecordOpenTasks
          patientId={patientId}
          open={record.open}
          mayReadTasks={record.may.tasks}
          today={day}
        />
        {record.needs ? <RecordNeeds patientId={patientId} needs={record.needs} /> : null}
        <RecordReviews patientId={patientId} record={record} />
        <RecordPeople patientId={patientId} record={record} />
        <RecordLinks patientId={patientId} record={record} />
      </Main>
    </>
  )
}
