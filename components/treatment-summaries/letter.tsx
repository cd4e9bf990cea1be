import type { LetterView } from '@/lib/treatment-summaries/letter-view'
import { DocumentSections, FactList } from './document-blocks'

/** The practice's letter: what it must know in the first half page, then the detail. */
export function Letter({ view }: { view: LetterView }) {
  return (
    <article className="app-document" aria-labelledby="letter-heading">
      <LetterFirstPage view={view} />
      <h2>In detail</h2>
      <DocumentSections sections={view.sections} />
    </article>
  )
}

/** What fits half a page of A4: diagnosis, treatment, intent, what is asked, when to call and whom, codes. */
export function LetterFirstPage({ view: { title, versionLine, identity, first } }: { view: LetterView }) {
  return (
    <>
      <h2 id="letter-heading">{title}</h2>
      <p className="mb-2">
        {identity.map(({ label, value }) => `${label} ${value}`).join(' · ')}
        <br />
        <strong>{versionLine}</strong>
      </p>
      <FactList
        facts={[
          { label: 'Diagnosis', value: first.diagnosis },
          { label: 'Treatment', value: first.treatment },
          { label: 'Intent', value: first.intent },
        ]}
      />
      <h3>Please</h3>
      <Asked asks={first.asks} />
      <h3>Call us if</h3>
      <p>
        {first.callIf.join(' · ')}
        <br />
        <strong>{first.call}</strong>
      </p>
      {first.codes.length > 0 ? (
        <>
          <h3>File</h3>
          <p className="app-number">{first.codes.map(({ term, code }) => `${term}: ${code}`).join(' · ')}</p>
        </>
      ) : null}
    </>
  )
}

function Asked({ asks }: Pick<LetterView['first'], 'asks'>) {
  if (asks.length === 0) return <p>Nothing is asked of the practice.</p>
  return (
    <ol>
      {asks.map(({ id, what, by }) => (
        <li key={id}>
          {what}
          {by ? `, by ${by}` : null}
        </li>
      ))}
    </ol>
  )
}
