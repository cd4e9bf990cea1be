type Props = { team: { name: string; telephone: string | null } }

/** Whom the person calls and when: on every copy of the plan that they take home. Plain, so that it is whole in print. */
export function WhoToCall({ team: { name, telephone } }: Props) {
  return (
    <section
      className="break-inside-avoid border-2 border-solid border-text px-4 pt-3"
      aria-labelledby="who-to-call"
    >
      <h3 id="who-to-call">Who to call</h3>
      <p>
        <strong>If you have a question about your plan,</strong> call {name}
        {telephone ? (
          <>
            {' on '}
            <strong className="app-number">{telephone}</strong>
          </>
        ) : (
          ' on the number in your appointment letter'
        )}
        . You can ask to change your plan at any time.
      </p>
      <p>
        <strong>If you feel unwell and it cannot wait,</strong> call the advice line that your hospital team
        gave you. If you do not have its number, or nobody answers, call <strong>NHS 111</strong>. Say that
        you are having, or have had, treatment for cancer.
      </p>
      <p>
        <strong>In an emergency, call 999 or go to A&E now.</strong> For example, you cannot breathe well
        enough to speak, have chest pain, are bleeding and it will not stop, or are suddenly confused.
      </p>
    </section>
  )
}
