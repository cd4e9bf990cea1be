import type { AboutMe } from '@/lib/patients/about-me'
import { ABOUT_ME_SECTIONS } from '@/lib/patients/about-me'
import { ABOUT_ME_LABELS } from '@/lib/patients/about-me-labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'

type Props = { aboutMe: AboutMe; headingLevel?: 2 | 3 | 4 }

/** One telling of the person's story, whole, with when it was told and who wrote it down. */
export function AboutMeTelling({ aboutMe, headingLevel = 2 }: Props) {
  const Heading = `h${headingLevel}` as const
  return (
    <>
      {ABOUT_ME_SECTIONS.map((section) =>
        aboutMe.words[section] === null ? null : (
          <div key={section}>
            <Heading>{ABOUT_ME_LABELS[section].heading}</Heading>
            <p className="app-preserve-lines">{aboutMe.words[section]}</p>
          </div>
        ),
      )}
      <p>
        Told {formatDateForStaff(aboutMe.toldOn)}
        {aboutMe.supportedBy ? `, written with the help of ${aboutMe.supportedBy}` : null}. Recorded by{' '}
        {aboutMe.recordedBy} on {formatInstantForStaff(aboutMe.recordedAt)}.
      </p>
    </>
  )
}
