import type { TestPage } from '@/lib/follow-up/get-test'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; toFile: TestPage['toFile'] }

/** Where the result of a test that was done is filed; nothing where none is waited for. */
export function FileTheResult({ patientId, toFile }: Props) {
  if (toFile.length === 0) return null
  return (
    <>
      <h2>File the result</h2>
      <p>Once it is here, the test goes on by itself: somebody reviews it, then the person is told.</p>
      <ul>
        {toFile.map(({ code, name }) => (
          <li key={code}>
            <a href={routes.newResultOf(patientId, code)}>File the result: {name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
