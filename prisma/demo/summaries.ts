import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import { draftTreatmentSummary } from '@/lib/treatment-summaries/draft-treatment-summary'
import { markSummarySeen } from '@/lib/treatment-summaries/mark-summary-seen'
import type { SectionInput } from '@/lib/treatment-summaries/section-edit'
import type { SectionName } from '@/lib/treatment-summaries/sections'
import { sendTreatmentSummary } from '@/lib/treatment-summaries/send-treatment-summary'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import type { LiveSummary } from '@/lib/treatment-summaries/treatment-summary'
import {
  amendedSummary,
  editedSection,
  shownSummary,
  summaryNow,
} from '@/tests/factories/treatment-summaries'
import type { Phase } from './disease'
import type { Scene } from './scene'
import type { SectionWords, SummaryWords } from './summary-words'

/** A treatment summary of the person of a scene. */
export type Written = { patientId: string; id: string }

/** The support worker begins the summary of a phase that ended so many days ago. */
export async function begins(
  scene: Scene,
  daysAgo: number,
  { diagnosisId }: Phase,
  endedDaysAgo: number,
): Promise<Written> {
  const { patientId, worker } = scene
  const begun = { patientId, diagnosisId, phaseEndedOn: scene.day(endedDaysAgo) }
  const { summaryId } = await scene.on(daysAgo, () => draftTreatmentSummary(worker, begun))
  return { patientId, id: summaryId }
}

/** The support worker, or whoever it is `by`, fills sections of a summary that is being written. */
export async function fills(
  scene: Scene,
  daysAgo: number,
  { by = scene.worker, ...written }: Written & { by?: Actor },
  words: SummaryWords,
): Promise<void> {
  await scene.on(daysAgo, async () => {
    for (const [section, told] of Object.entries(words)) {
      const dateField = section === 'plan' || section === 'requests' ? 'dueOn' : 'on'
      await editedSection(by, written, section as SectionName, ({ fields, items }) => ({
        fields: { ...fields, ...told.fields },
        items: itemsAfter(items, told, (days) => scene.day(daysAgo - days), dateField),
      }))
    }
  })
}

type Items = SectionInput['items']
type Values = Items[number]['values']

function itemsAfter(
  items: Items,
  { leavesOut = [], asks, adds = [] }: SectionWords,
  dayIn: (days: number) => CalendarDate,
  dateField: 'dueOn' | 'on',
): Items {
  for (const code of [...leavesOut, ...Object.keys(asks ?? {})])
    if (!items.some(({ id }) => id === code)) throw new Error(`demo data: the summary does not have ${code}`)
  const kept = items.map((item) => {
    const inDays = asks?.[item.id]
    const isLeftOut = leavesOut.includes(item.id) || (asks !== undefined && inDays === undefined)
    const dated: Values = inDays === undefined ? {} : { dueOn: dayIn(inDays) }
    return { ...item, isLeftOut, values: { ...item.values, ...dated } }
  })
  const added = adds.map(({ values, inDays }) => {
    const dated: Values = inDays === undefined ? {} : { [dateField]: dayIn(inDays) }
    return { id: '', isLeftOut: false, values: { ...values, ...dated } }
  })
  return [...kept, ...added]
}

/** The clinician signs, and it goes where it can. */
export async function signs(scene: Scene, daysAgo: number, written: Written): Promise<void> {
  const { clinician } = scene
  await scene.on(daysAgo, async () => {
    const summary = await summaryNow(clinician, wantedOf(written))
    await signTreatmentSummary(clinician, shownSummary(summary))
  })
}

/** The clinician writes what was signed again, and signs it, on one day. */
export async function amends(
  scene: Scene,
  daysAgo: number,
  written: Written,
  { reason, words }: { reason: string; words: SummaryWords },
): Promise<void> {
  const { clinician } = scene
  await scene.on(daysAgo, async () =>
    amendedSummary(clinician, await summaryNow(clinician, wantedOf(written)), reason),
  )
  await fills(scene, daysAgo, { ...written, by: clinician }, words)
  await signs(scene, daysAgo, written)
}

type Sent = { recipient: 'practice' | 'person'; channel: 'in_service' | 'post'; to?: string; note?: string }

/** The support worker sends what is signed to somebody. */
export async function sends(
  scene: Scene,
  daysAgo: number,
  written: Written,
  { recipient, channel, to, note }: Sent,
): Promise<void> {
  const { worker } = scene
  const sending = { recipient, channel, recipientName: to ?? null, note: note ?? null }
  await scene.on(daysAgo, async () => {
    const { versions } = await summaryNow(worker, wantedOf(written))
    const number = versions[0]?.number ?? 0
    await sendTreatmentSummary(worker, {
      ...wantedOf(written),
      ...sending,
      number,
      sentOn: scene.day(daysAgo),
    })
  })
}

/** A practice reads the newest version that it was sent. */
export async function isReadBy(
  scene: Scene,
  daysAgo: number,
  written: Written,
  reader: Actor,
): Promise<void> {
  const summary = await summaryNow(scene.clinician, wantedOf(written))
  const deliveryId = deliveryTo(reader, summary)
  await scene.on(daysAgo, () => markSummarySeen(reader, { deliveryId }))
}

function deliveryTo({ memberships }: Actor, { versions }: LiveSummary): string {
  const teams = memberships.map(({ teamId }) => teamId)
  const delivery = versions
    .flatMap(({ deliveries }) => deliveries)
    .find(({ teamId }) => teamId !== null && teams.includes(teamId))
  if (!delivery) throw new Error('demo data: this practice was sent no summary')
  return delivery.id
}

type Answer =
  { answer: 'accepted' } | { answer: 'done'; note?: string } | { answer: 'declined'; reason: string }

/** A practice answers what a summary asks under a code. */
export async function answers(
  scene: Scene,
  daysAgo: number,
  written: Written,
  { by, code, ...said }: { by: Actor; code: string } & Answer,
): Promise<void> {
  const requests = await asActor(scene.clinician, (tx) => listRequestsOfSummary(tx, written.id))
  const request = requests.find((each) => each.code === code)
  if (!request) throw new Error(`demo data: ${code} is not asked`)
  await scene.on(daysAgo, () =>
    answerPracticeRequest(by, {
      requestId: request.id,
      version: request.version,
      answer: said.answer,
      on: scene.day(daysAgo),
      note: said.answer === 'done' ? (said.note ?? null) : null,
      reason: said.answer === 'declined' ? said.reason : null,
    }),
  )
}

function wantedOf({ patientId, id }: Written): { patientId: string; summaryId: string } {
  return { patientId, summaryId: id }
}
