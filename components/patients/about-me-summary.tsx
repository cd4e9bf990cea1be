import { Details } from '@/components/nhs/details'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { ABOUT_ME_SECTIONS, type AboutMe } from '@/lib/patients/about-me'
import { ABOUT_ME_LABELS } from '@/lib/patients/about-me-labels'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; aboutMe: AboutMe | null }

/** The person's story beside other work, folded: so that nobody asks what was told already. */
export function AboutMeSummary({ patientId, aboutMe }: Props) {
  if (!aboutMe)
    return (
      <p>
        The person has not told About Me yet.{' '}
        <a href={routes.tellAboutMe(patientId)}>Write it down with them</a>
      </p>
    )
  return (
    <Details summary={`About Me, told ${formatDateForStaff(aboutMe.toldOn)}`}>
      <dl>
        {ABOUT_ME_SECTIONS.map((section) =>
          aboutMe.words[section] === null ? null : (
            <div className="mb-4" key={section}>
              <dt className="font-bold">{ABOUT_ME_LABELS[section].heading}</dt>
              <dd className="app-preserve-lines">{aboutMe.words[section]}</dd>
            </div>
          ),
        )}
      </dl>
      <p>
        <a href={routes.aboutMe(patientId)}>Open About Me</a>
      </p>
    </Details>
  )
}
