import { ABOUT_ME_LABELS } from '@/lib/patients/about-me-labels'
import type { AboutMeOnRecord } from '@/lib/patients/record/record-view'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { inBrief } from './in-brief'

/** Headings shown here; the others are behind the link. */
const SECTIONS_SHOWN = 2

type Props = { patientId: string; aboutMe: AboutMeOnRecord | null; mayTell: boolean }

/** The beginning of what the person told of themselves. */
export function RecordAboutMe({ patientId, aboutMe, mayTell }: Props) {
  return (
    <>
      <h2 className="text-2xl">What matters to me</h2>
      {aboutMe ? (
        <>
          {aboutMe.told.slice(0, SECTIONS_SHOWN).map(({ section, words }) => (
            <p key={section}>
              <strong>{ABOUT_ME_LABELS[section].heading}</strong>
              <br />
              {inBrief(words)}
            </p>
          ))}
          <p>
            Told {formatDateForStaff(aboutMe.toldOn)}.{' '}
            <a href={routes.aboutMe(patientId)}>Read all of About Me</a>
          </p>
        </>
      ) : (
        <p>
          Nothing has been told yet.{' '}
          {mayTell ? <a href={routes.tellAboutMe(patientId)}>Write About Me with the person</a> : null}
        </p>
      )}
    </>
  )
}
