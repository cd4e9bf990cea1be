import type { Diagnosis, Treatment, TreatmentPhase } from '@/lib/diagnoses/diagnosis'
import { diagnosedIn } from '@/lib/diagnoses/diagnosis'
import { daysInWords, diagnosisName, treatmentName } from '@/lib/diagnoses/labels'
import { formatPeriodForStaff } from '@/lib/nhs/date-period'
import { routes } from '@/lib/platform/routes'

type Link = { href: string; words: string }

type Props = {
  patientId: string
  later: readonly Diagnosis[]
  phases: readonly TreatmentPhase[]
  treatments: readonly Treatment[]
}

/** What came of a diagnosis: recurrences, phases of treatment, treatments. */
export function DiagnosisCourse({ patientId, later, phases, treatments }: Props) {
  return (
    <>
      {later.length > 0 ? (
        <Links
          heading="Recurrence and progression"
          links={later.map((diagnosis) => ({
            href: routes.diagnosis(patientId, diagnosis.id),
            words: `${diagnosisName(diagnosis)}, ${formatPeriodForStaff(diagnosedIn(diagnosis))}`,
          }))}
        />
      ) : null}
      {phases.length > 0 ? (
        <Links
          heading="Phases of treatment"
          links={phases.map((phase) => ({
            href: routes.treatmentPhase(patientId, phase.id),
            words: `${phase.name}, ${daysInWords(phase)}`,
          }))}
        />
      ) : null}
      <Links
        heading="Treatments"
        none="No treatment of this diagnosis is recorded."
        links={treatmentLinks(patientId, treatments)}
      />
    </>
  )
}

/** Each treatment by its name, linked to its page. */
export function treatmentLinks(patientId: string, treatments: readonly Treatment[]): Link[] {
  return treatments.map((treatment) => ({
    href: routes.treatment(patientId, treatment.id),
    words: treatmentName(treatment),
  }))
}

/** A list of links under a heading. */
export function Links({ heading, links, none }: { heading: string; links: readonly Link[]; none?: string }) {
  return (
    <>
      <h2>{heading}</h2>
      {links.length > 0 ? (
        <ul>
          {links.map(({ href, words }) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{none}</p>
      )}
    </>
  )
}
