import type { NeedOverTime, Standing } from '@/lib/patients/record/needs-over-time'

const STANDING_WORDS = { not_scored: 'not scored', not_raised: 'no longer raised' }
const DIRECTION_WORDS = { better: 'better', worse: 'worse', same: 'the same' }

/** `8 → 5, better`: how a concern went, in time order. */
export function needWords({ standings, direction }: NeedOverTime): string {
  const path = standings.map(standingWords).join(' → ')
  return direction ? `${path}, ${DIRECTION_WORDS[direction]}` : path
}

function standingWords(standing: Standing): string {
  return typeof standing === 'number' ? String(standing) : STANDING_WORDS[standing]
}
