import { CareCard } from '@/components/nhs/care-card'

type Props = { team: { name: string; telephone: string | null } }

/** Whom the person calls and when: on every copy of the plan that they take home. */
export function WhoToCall({ team }: Props) {
  return (
    <div className="break-inside-avoid">
      <CareCard urgency="non-urgent" heading="If you have a question about your plan">
        <p>
          Call {team.name}
          {team.telephone ? (
            <>
              {' on '}
              <strong className="app-number">{team.telephone}</strong>
            </>
          ) : (
            ' on the number in your appointment letter'
          )}
          . You can ask to change your plan at any time.
        </p>
      </CareCard>
      <CareCard urgency="urgent" heading="If you feel unwell and it cannot wait">
        <p>
          Call the advice line that your hospital team gave you. If you do not have its number, or nobody
          answers, call NHS 111. Say that you are having, or have had, treatment for cancer.
        </p>
      </CareCard>
      <CareCard urgency="emergency" heading="Call 999 or go to A&E now if your life may be in danger">
        <p>
          For example, you cannot breathe well enough to speak, have chest pain, are bleeding and it will not
          stop, or are suddenly confused.
        </p>
      </CareCard>
    </div>
  )
}
