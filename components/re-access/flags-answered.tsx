import { Details } from '@/components/nhs/details'
import type { ContactView } from '@/lib/re-access/contact'

/** The red flags that were answered yes or not asked, in full; the others folded. */
export function FlagsAnswered({ contact: { flags, adviceGiven } }: { contact: ContactView }) {
  const yes = flags.filter(({ answer }) => answer === 'yes')
  const notAsked = flags.filter(({ answer }) => answer === 'not_asked')
  const no = flags.filter(({ answer }) => answer === 'no')
  return (
    <>
      <h2>Red flags</h2>
      {yes.length === 0 ? <p>None was answered yes.</p> : null}
      {yes.length > 0 ? (
        <ul>
          {yes.map(({ code, title, forStaff, tellCaller }) => (
            <li key={code}>
              <strong>{title}: yes.</strong> {forStaff} To the caller: {tellCaller}
            </li>
          ))}
        </ul>
      ) : null}
      {adviceGiven && yes.length > 0 ? <p>The caller was told this.</p> : null}
      {notAsked.length > 0 ? (
        <p>Not asked, so not ruled out: {notAsked.map(({ title }) => title).join('; ')}.</p>
      ) : null}
      {no.length > 0 ? (
        <Details summary="Answered no">
          <p>{no.map(({ title }) => title).join('; ')}.</p>
        </Details>
      ) : null}
    </>
  )
}
