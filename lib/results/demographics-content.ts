import type { UnmatchedContent } from './unmatched'

/** What a message about demographics says, as the queue shows it beside results. `words`: what of it somebody has to look at. */
export function demographicsContent(
  event: string,
  person: UnmatchedContent['person'],
  words: string,
): UnmatchedContent {
  return {
    person,
    code: '',
    name: `Demographics (${event})`,
    value: words,
    unit: '',
    referenceRange: '',
    status: '',
    sampledOn: null,
    reportedAt: null,
    orderNumber: '',
    text: null,
  }
}
