import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { ButtonLink } from '@/components/nhs/button'
import { Details } from '@/components/nhs/details'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { AboutMeTelling } from '@/components/patients/about-me-telling'
import { noticeWords } from '@/components/patients/record-notices'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { getAboutMe } from '@/lib/patients/get-about-me'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'About Me' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function AboutMePage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { done } = await searchParams
  const { latest, earlier, mayTell } = await pageRead((actor) => getAboutMe(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      {done ? <NotificationBanner variant="success">{noticeWords(done)}</NotificationBanner> : null}
      <h1>About Me</h1>
      {latest ? (
        <AboutMeTelling aboutMe={latest} />
      ) : (
        <p>
          Nothing has been told yet. It is told once, in the person’s own words, and shown wherever it helps:
          here, when needs are assessed, and with the care plan.
        </p>
      )}
      {mayTell ? (
        <ButtonLink href={routes.tellAboutMe(patientId)}>
          {latest ? 'Write down what has changed' : 'Write it down with the person'}
        </ButtonLink>
      ) : null}
      {earlier.length > 0 ? <h2>As told before</h2> : null}
      {earlier.map((telling) => (
        <Details summary={`Told ${formatDateForStaff(telling.toldOn)}`} key={telling.number}>
          <AboutMeTelling aboutMe={telling} headingLevel={3} />
        </Details>
      ))}
    </Main>
  )
}
