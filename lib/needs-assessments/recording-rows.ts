import { OTHER_CONCERN_CODE } from './concern-catalogue'
import { identityOf } from './concern-rules'
import type { DraftContent } from './draft-content'
import {
  MOST_OTHER_CONCERNS,
  type ConcernDefinition,
  type EarlierAssessment,
  type EarlierConcern,
} from './needs-assessment'

type ListedConcern = { key: string; label: string }

/** The rows of the recording form: each key once. */
export type RecordingRows = {
  /** Those of last time, to confirm. */
  earlier: (EarlierConcern & { key: string })[]
  /** The rest of the catalogue. */
  domains: { label: string; concerns: ListedConcern[] }[]
  /** Keys for concerns outside the catalogue. */
  others: string[]
}

/** Lays a draft out: concerns of last time first, then the catalogue by domain, then what is in no catalogue. */
export function recordingRows(
  content: DraftContent,
  catalogue: readonly ConcernDefinition[],
  last: EarlierAssessment | null,
): RecordingRows {
  const earlier = (last?.concerns ?? []).map((concern) => ({ ...concern, key: keyIn(content, concern) }))
  const shown = new Set(earlier.map(({ key }) => key))
  const domains = [...new Set(catalogue.map(({ domainLabel }) => domainLabel))].map((label) => ({
    label,
    concerns: catalogue
      .filter((concern) => concern.domainLabel === label && !shown.has(concern.code))
      .map((concern) => ({ key: concern.code, label: concern.label })),
  }))
  return {
    earlier,
    domains: domains.filter(({ concerns }) => concerns.length > 0),
    others: otherKeys(content, shown),
  }
}

/** Under which key the draft holds a concern of last time. */
function keyIn({ concerns }: DraftContent, concern: EarlierConcern): string {
  if (concern.code !== OTHER_CONCERN_CODE) return concern.code
  const found = Object.entries(concerns).find(
    ([key, { label }]) =>
      key.startsWith(`${OTHER_CONCERN_CODE}-`) &&
      identityOf({ code: OTHER_CONCERN_CODE, label }) === identityOf(concern),
  )
  return found?.[0] ?? `${OTHER_CONCERN_CODE}-99`
}

function otherKeys({ concerns }: DraftContent, shown: ReadonlySet<string>): string[] {
  const used = Object.keys(concerns).filter((key) => key.startsWith(`${OTHER_CONCERN_CODE}-`))
  const free = Array.from(
    { length: MOST_OTHER_CONCERNS * 2 },
    (_, index) => `${OTHER_CONCERN_CODE}-${index + 1}`,
  )
  const inUse = used.filter((key) => !shown.has(key))
  return [...inUse, ...free.filter((key) => !used.includes(key) && !shown.has(key))].slice(
    0,
    Math.max(MOST_OTHER_CONCERNS, inUse.length),
  )
}
