import type { StaleDifference } from '@/lib/platform/errors'
import { PATHWAY_POINTS } from '@/lib/nhs/code-lists/pathway-point'
import { COMPLETER_LABELS, interpreterLabel, MODE_LABELS, staffRoleLabel } from './labels'
import type { DraftConcern, DraftContent } from './draft-content'
import type { ConcernDefinition } from './needs-assessment'

/** So many are named; the rest is said to be there. */
const MOST_NAMED = 10
const LONGEST_QUOTED = 200

type Field = { label: string; inWords: (typed: string) => string }

const asTyped = (typed: string) => typed
const wordOf = (words: Readonly<Record<string, string>>) => (typed: string) => words[typed] ?? typed

const FIELDS = {
  mode: { label: 'How it was done', inWords: wordOf(MODE_LABELS) },
  completedBy: { label: 'Who answered', inWords: wordOf(COMPLETER_LABELS) },
  proxyName: { label: 'Name of the proxy', inWords: asTyped },
  proxyRelationship: { label: 'Relationship of the proxy', inWords: asTyped },
  interpreter: { label: 'Interpreter', inWords: interpreterLabel },
  pathwayPoint: { label: 'Point of the pathway', inWords: PATHWAY_POINTS.label },
  staffRole: { label: 'Staff role', inWords: staffRoleLabel },
} as const satisfies Partial<Record<keyof DraftContent, Field>>

/** What differs between the draft that is stored and the one about to be saved, for the person to compare. */
export function draftDifferences(
  theirs: DraftContent,
  yours: DraftContent,
  catalogue: readonly ConcernDefinition[],
): StaleDifference[] {
  const fields = Object.entries(FIELDS) as [keyof typeof FIELDS, Field][]
  const pairs = [
    { label: 'Date', theirs: dateInWords(theirs), yours: dateInWords(yours) },
    ...fields.map(([field, { label, inWords }]) => ({
      label,
      theirs: inWords(theirs[field]),
      yours: inWords(yours[field]),
    })),
    { label: 'No concerns', theirs: tick(theirs.noConcerns), yours: tick(yours.noConcerns) },
    ...concernPairs(theirs, yours, catalogue),
  ]
  const differing = pairs.filter((pair) => pair.theirs !== pair.yours)
  return differing.slice(0, MOST_NAMED).map((pair) => ({
    label: pair.label,
    theirs: quoted(pair.theirs),
    yours: quoted(pair.yours),
  }))
}

function concernPairs(
  theirs: DraftContent,
  yours: DraftContent,
  catalogue: readonly ConcernDefinition[],
): StaleDifference[] {
  const labels = new Map(catalogue.map(({ code, label }) => [code, label]))
  const keys = new Set([...Object.keys(theirs.concerns), ...Object.keys(yours.concerns)])
  return [...keys].map((key) => ({
    label: labels.get(key) ?? (yours.concerns[key]?.label || theirs.concerns[key]?.label || key),
    theirs: concernInWords(theirs.concerns[key]),
    yours: concernInWords(yours.concerns[key]),
  }))
}

function concernInWords(concern: DraftConcern | undefined): string {
  if (!concern) return 'not selected'
  const { picked, change, score, ownWords, byStaff, priority } = concern
  const words = [
    change ? change.replace('_', ' ') : picked ? 'selected' : 'not selected',
    score && `score ${score}`,
    priority && `order ${priority}`,
    byStaff && 'added by staff',
    ownWords,
  ]
  return words.filter(Boolean).join(', ')
}

function dateInWords({ completedOn: { day, month, year } }: DraftContent): string {
  return [day, month, year].filter(Boolean).join(' ')
}

function tick(ticked: boolean): string {
  return ticked ? 'selected' : 'not selected'
}

function quoted(text: string): string {
  const characters = Array.from(text)
  return characters.length > LONGEST_QUOTED ? `${characters.slice(0, LONGEST_QUOTED).join('')}…` : text
}
