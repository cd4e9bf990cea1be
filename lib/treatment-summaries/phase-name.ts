import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'

type Given = { modality: string; endedOn: CalendarDate | null }

const FIRST_PHASE = 'First treatment'

/** The most of a name that is kept, in code points: as the table has it. */
const LONGEST = 200

/**
 * What a phase of treatment is called: the treatments that ended in it, each kind once, in their order.
 *
 * @param after the end of the phase summed up before; null for the first
 */
export function phaseName(
  treatments: readonly Given[],
  { endedOn, after }: { endedOn: CalendarDate; after: CalendarDate | null },
): string {
  const inPhase = treatments.filter(
    (given) =>
      given.endedOn !== null && given.endedOn <= endedOn && (after === null || given.endedOn > after),
  )
  const kinds = [...new Set(inPhase.map(({ modality }) => TREATMENT_MODALITIES.label(modality)))]
  const [first = FIRST_PHASE, ...others] = kinds.map((kind, place) =>
    place === 0 ? kind : `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`,
  )
  const last = others.pop()
  const name = last ? `${[first, ...others].join(', ')} and ${last}` : first
  return Array.from(name).slice(0, LONGEST).join('')
}
