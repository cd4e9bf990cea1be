import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { OTHER_CONCERN_CODE } from '../concern-catalogue'
import { identityOf } from '../concern-rules'
import type { DraftConcern, DraftContent } from '../draft-content'
import type { EarlierAssessment, EarlierConcern, StandingOffer } from '../needs-assessment'
import { offerBehind } from '../offer-rules'

type Beginning = {
  catalogueVersion: string
  last: EarlierAssessment | null
  offers: readonly StandingOffer[]
  today: CalendarDate
  staffRoleCode: string
}

/** What a new assessment begins with: today, the point it was offered for, and the concerns of last time to confirm. */
export function beginDraft(beginning: Beginning): DraftContent {
  const { catalogueVersion, last, offers, today, staffRoleCode } = beginning
  const [year = '', month = '', day = ''] = today.split('-')
  const blank: DraftContent = {
    catalogueVersion,
    followsId: null,
    completedOn: { day: String(Number(day)), month: String(Number(month)), year },
    mode: '',
    completedBy: '',
    proxyName: '',
    proxyRelationship: '',
    interpreter: '',
    pathwayPoint: offerBehind(offers, today)?.pathwayPoint ?? '',
    staffRole: staffRoleCode,
    noConcerns: false,
    concerns: {},
  }
  return startFrom(blank, last)
}

/** The draft as it starts from `last`: what was typed stays; concerns of last time that it does not have are added. */
export function startFrom(content: DraftContent, last: EarlierAssessment | null): DraftContent {
  const concerns: DraftContent['concerns'] = {}
  const before = new Set(last?.concerns.map(identityOf))
  for (const [key, typed] of Object.entries(content.concerns))
    concerns[key] = before.has(identityOf(namedBy(key, typed))) ? typed : asNew(typed)
  for (const concern of last?.concerns ?? []) {
    const key = keyOf(concern, concerns)
    const typed = concerns[key]
    concerns[key] = typed ? { ...typed, change: typed.change || answered(typed) } : asLastTime(concern)
  }
  return { ...content, followsId: last?.id ?? null, concerns }
}

function namedBy(key: string, { label }: DraftConcern) {
  return key.startsWith(`${OTHER_CONCERN_CODE}-`) ? { code: OTHER_CONCERN_CODE, label } : { code: key, label }
}

/** One that was confirmed from an assessment which is the last no longer stands on its own now. */
function asNew(typed: DraftConcern): DraftConcern {
  const isStanding = typed.picked || typed.change === 'same' || typed.change === 'changed'
  return { ...typed, picked: isStanding, change: '' }
}

/** One picked as new, that an assessment filed meanwhile has too, has changed. */
function answered({ picked }: DraftConcern): DraftConcern['change'] {
  return picked ? 'changed' : ''
}

function asLastTime({ code, label, score, ownWords, addedBy }: EarlierConcern): DraftConcern {
  return {
    label: code === OTHER_CONCERN_CODE ? label : '',
    picked: false,
    change: '',
    score: score === null ? '' : String(score),
    ownWords: ownWords ?? '',
    byStaff: addedBy === 'staff',
    priority: '',
  }
}

/** The catalogue code; outside the catalogue, the row that has the label, or the next free one. */
function keyOf(concern: EarlierConcern, concerns: DraftContent['concerns']): string {
  if (concern.code !== OTHER_CONCERN_CODE) return concern.code
  const rows = Object.entries(concerns).filter(([key]) => key.startsWith(`${OTHER_CONCERN_CODE}-`))
  const same = rows.find(
    ([, { label }]) => identityOf({ code: OTHER_CONCERN_CODE, label }) === identityOf(concern),
  )
  if (same) return same[0]
  let number = 1
  while (concerns[`${OTHER_CONCERN_CODE}-${number}`]) number++
  return `${OTHER_CONCERN_CODE}-${number}`
}
