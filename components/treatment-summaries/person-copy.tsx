import type { PersonView } from '@/lib/treatment-summaries/person-view'
import { DocumentSections, FactList } from './document-blocks'

/** The summary as the person takes it home. */
export function PersonCopy({ view }: { view: PersonView }) {
  return (
    <article className="app-document" aria-labelledby="copy-heading">
      <h2 id="copy-heading">{view.title}</h2>
      <FactList facts={view.identity} />
      <p>
        <strong>{view.versionLine}</strong>
      </p>
      {view.changes.length > 0 ? (
        <section>
          <h3>What is new in this version</h3>
          <ul>
            {view.changes.map((change, index) => (
              <li key={`${index} ${change}`}>{change}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <DocumentSections sections={view.sections} />
    </article>
  )
}
