import { formatDateForStaff } from '@/lib/nhs/date-format'
import { WISHES_TOLD_BY } from '@/lib/cancer-care-reviews/recording-labels'
import type { FirstPage } from '@/lib/cancer-care-reviews/first-page'
import { routes } from '@/lib/platform/routes'
import { inBrief } from '@/components/patients/in-brief'

type Props = { page: Pick<FirstPage, 'wishes' | 'aboutMe'>; patientId: string; diagnosisId: string }

/** What the person came for: it is read first, and asked for when they are invited. */
export function FirstPageWishes({ page: { wishes, aboutMe }, patientId, diagnosisId }: Props) {
  const edit = routes.reviewWishes(patientId, diagnosisId)
  return (
    <section>
      <h2 className="text-2xl">What they want to talk about</h2>
      {wishes?.isNoted && wishes.toldBy !== '' ? (
        <p>
          <span className="app-preserve-lines">“{wishes.words}”</span>
          <br />
          {WISHES_TOLD_BY[wishes.toldBy]}, {formatDateForStaff(wishes.toldOn)}. <a href={edit}>Change</a>
        </p>
      ) : (
        <p>
          Nothing noted yet. <a href={edit}>Note what they want to talk about</a>
        </p>
      )}
      <p>
        <strong>What matters to them: </strong>
        {aboutMe ? (
          <>
            {inBrief(aboutMe.words)} <a href={routes.aboutMe(patientId)}>About Me</a>, told{' '}
            {formatDateForStaff(aboutMe.toldOn)}
          </>
        ) : (
          'nothing has been told yet'
        )}
      </p>
    </section>
  )
}
