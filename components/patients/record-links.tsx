import { markup } from '@/components/nhs/markup'
import { TrustedMarkup } from '@/components/nhs/trusted-markup'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { RecordView } from '@/lib/patients/record/record-view'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; record: RecordView }

/** Everything else of the record that the actor may open, and what they may do. */
export function RecordLinks({ patientId, record: { shares, sentSummaries, may } }: Props) {
  const links: [allowed: boolean, href: string, words: string][] = [
    [may.contacts, routes.patientContacts(patientId), 'Contacts: who got in touch, and what came of it'],
    [may.needsAssessments, routes.needsAssessments(patientId), 'Holistic needs assessments'],
    [may.carePlan, routes.carePlan(patientId), 'Care plan'],
    [may.treatmentSummary, routes.treatmentSummaries(patientId), 'Treatment summaries'],
    [may.results, routes.results(patientId), 'Results'],
    [may.releasedResults && !may.results, routes.releasedResults(patientId), 'Results'],
    [may.messages, routes.messages(patientId), 'Letters and messages'],
    [true, routes.followUp(patientId), 'Follow-up'],
    ...shares.map(({ id, number, agreedOn }): [boolean, string, string] => [
      true,
      routes.sharedCarePlan(id),
      `Shared care plan, version ${number}, agreed ${formatDateForStaff(agreedOn)}`,
    ]),
    ...sentSummaries.map(({ deliveryId, number, signedOn }): [boolean, string, string] => [
      true,
      routes.sentSummary(deliveryId),
      `Treatment summary sent to the practice, version ${number}, signed ${formatDateForStaff(signedOn)}`,
    ]),
    [true, routes.performanceStatus(patientId), 'Performance status'],
    [true, routes.aboutMe(patientId), 'About Me'],
    [may.changePatient, routes.communicationNeeds(patientId), 'Communication needs'],
    [may.changePatient, routes.editPatient(patientId), 'Name, address and other particulars'],
    [may.changeCareTeam, routes.registeredPractice(patientId), 'Registered practice'],
    [may.changeCareTeam, routes.careTeam(patientId), 'Teams that have the person in care'],
    [may.recordDeath, routes.recordDeath(patientId), 'Record a death'],
  ]
  return (
    <>
      <h2 className="text-2xl">Everything</h2>
      <TrustedMarkup
        as="ul"
        parts={links.flatMap(([allowed, href, words]) =>
          allowed ? markup`<li><a href="${href}">${words}</a></li>` : [],
        )}
      />
    </>
  )
}
