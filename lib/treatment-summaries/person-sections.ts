import { formatDateForPatient } from '@/lib/nhs/date-format'
import { byDueDay, joined, sectionWith, type Block, type DocumentSection } from './document-view'
import type { SummarySections } from './draft-content'
import type { FrozenSummary } from './frozen-summary'
import { factsOf } from './letter-sections'

/** Whom the person calls, and when. */
export function whoToCall({ team, sections: { contacts, who } }: FrozenSummary): DocumentSection[] {
  const keyWorker = joined([who.fields.keyWorker.value, who.fields.keyWorkerTelephone.value], ', ')
  const facts = [
    { label: 'In working hours', value: contacts.fields.inHours.value },
    { label: 'At other times', value: contacts.fields.outOfHours.value },
    { label: 'Urgent cancer advice', value: contacts.fields.acuteOncology.value },
    { label: 'Your key worker', value: keyWorker },
    { label: 'Your team', value: joined([team.name, team.telephone], ', ') },
    {
      label: 'In an emergency',
      value: 'Call 999. Say that you are having, or have had, treatment for cancer.',
    },
  ]
  const said = facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []))
  return sectionWith('Who to call', [{ kind: 'facts', facts: said }])
}

/** Requests between the team and the practice alone, by their codes in the reference content. */
const NOT_TOLD = ['palliative_register']

/** What the hospital, the practice and others will do now. */
export function whatNext({ plan, requests, referrals }: SummarySections): DocumentSection[] {
  const by = (what: string | null, dueOn: string | null) =>
    joined([what, dueOn && `by ${formatDateForPatient(dueOn)}`], ', ') ?? ''
  const told = requests.items.filter(({ code }) => !code || !NOT_TOLD.includes(code))
  return [
    ...sectionWith('What happens next', [
      { kind: 'paragraph', text: plan.fields.pathway.value ?? '' },
      ...spoken('Who sees you', plan.fields.reviewedBy.value),
      { kind: 'list', items: byDueDay(plan.items).map(({ values }) => by(values.what, values.dueOn)) },
    ]),
    ...sectionWith('What we asked your GP practice to do', [
      { kind: 'list', items: byDueDay(told).map(({ values }) => by(values.what, values.dueOn)) },
    ]),
    ...sectionWith('Who else we asked to help you', [
      { kind: 'list', items: referrals.items.map(({ values }) => values.what ?? '') },
    ]),
  ]
}

/** Daily life, and what helps with it. */
export function dailyLife(sections: SummarySections): DocumentSection[] {
  const { prescriptionExemption, driving } = sections.administration.fields
  const certificate =
    prescriptionExemption.value === 'yes' ? 'You have a certificate for free prescriptions.' : ''
  return sectionWith('Daily life and support', [
    { kind: 'facts', facts: factsOf('lifestyle', sections.lifestyle) },
    { kind: 'paragraph', text: certificate },
    ...spoken('Driving and insurance', driving.value),
  ])
}

/** A line that names what it says; none where nothing is said. */
export function spoken(label: string, value: string | null): Block[] {
  return value ? [{ kind: 'paragraph', text: `${label}: ${value}` }] : []
}
