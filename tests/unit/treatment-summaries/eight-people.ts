import { changesInWords } from '@/lib/treatment-summaries/changes'
import type { SignedSummary } from '@/lib/treatment-summaries/document-view'
import { readSection, type DraftContent } from '@/lib/treatment-summaries/draft-content'
import { draftFromRecord, type RecordFacts } from '@/lib/treatment-summaries/draft-from-record'
import { frozenSummaryOf, type FrozenSummary } from '@/lib/treatment-summaries/frozen-summary'
import { offeredContent } from '@/lib/treatment-summaries/internal/reference-content'
import type { SectionName } from '@/lib/treatment-summaries/sections'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import type { Story } from './a-story'
import { FOUR_MORE_STORIES } from './four-more-stories'
import { FOUR_STORIES } from './four-stories'

/** A fictitious person's signed summary, with the words in it that are somebody's or something's name. */
export type SummaryOfOne = { story: string; signed: SignedSummary; names: readonly string[] }

/** Eight people, their cancers and situations as unlike as they come: what is drafted for them, filled in and signed. */
export const SUMMARIES: readonly SummaryOfOne[] = [...FOUR_STORIES, ...FOUR_MORE_STORIES].map((story) => ({
  story: story.name,
  signed: signedOf(story),
  names: namesIn(story),
}))

function signedOf(story: Story): SignedSummary {
  const first = frozenOf(story, contentOf(story))
  const { amended } = story
  if (!amended) return { number: 1, content: first, changes: [] }
  const content = contentOf({ ...story, filled: { ...story.filled, ...amended.filled } })
  const second = frozenOf(story, { ...content, amendmentReason: amended.reason })
  return { number: 2, content: second, changes: changesInWords(first, second, amended.reason) }
}

function contentOf(story: Story): DraftContent {
  const facts = factsOf(story)
  const content = draftFromRecord(facts, offeredContent(facts.diagnosis, facts.treatments))
  for (const [name, values] of Object.entries(story.filled)) {
    const { fields } = readSection(content, name as SectionName)
    const entries = Object.entries(values).map(([field, value]) => [field, { value, fromRecord: false }])
    Object.assign(fields, Object.fromEntries(entries))
  }
  story.treatments.forEach(({ what }, place) => {
    const item = content.sections.treatment.items[place]
    if (item) Object.assign(item.values, { what, note: null })
  })
  content.sections.plan.items = story.tests.map(([what, dueOn], place) => ({
    id: `test ${place}`,
    code: null,
    source: null,
    fromRecord: false,
    values: { what, dueOn, by: story.team.name },
  }))
  return content
}

function factsOf({
  diagnosis,
  treatments,
  team,
  practice,
  consultant,
  keyWorker,
  phaseEndedOn,
}: Story): RecordFacts {
  return {
    phaseEndedOn,
    practice,
    team,
    consultant,
    keyWorker,
    carer: null,
    diagnosis: { ...diagnosis, tumourGroup: tumourGroupOf(diagnosis.icd10Code) },
    treatments: treatments.map(({ what, modality, startedOn, endedOn }, place) => ({
      id: `treatment ${place}`,
      modality,
      startedOn,
      endedOn,
      intent: null,
      note: what,
    })),
    assessedOn: null,
    planAgreedOn: null,
  }
}

function frozenOf(story: Story, content: DraftContent): FrozenSummary {
  const { person, team, phase, phaseEndedOn, consultant } = story
  const frame = { person, team: { ...team, organisation: 'Example Hospitals' }, phase, phaseEndedOn }
  return frozenSummaryOf(frame, content, { on: '2026-11-20', by: consultant })
}

/** What cannot be said more simply: who and where people are, and what they had. */
function namesIn({ person, team, practice, consultant, keyWorker, treatments, filled }: Story): string[] {
  const { givenName, familyName } = person
  const names = [
    `${givenName} ${familyName}`,
    team.name,
    practice,
    consultant,
    keyWorker.name,
    filled.diagnosis?.name,
    ...treatments.map(({ what }) => what),
  ]
  return names.flatMap((name) => (name ? [name] : []))
}
