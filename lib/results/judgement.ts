import type { Alert, ProtocolReference } from './alert'
import { isReading, type ResultFact } from './result'

/** What a protocol of the person's says of a result. */
export type ProtocolOpinion = {
  protocol: ProtocolReference
  /** The alerts that the result raises. */
  alerts: readonly Alert[]
  /** Whether any rule of the protocol is about what was examined. */
  isCovered: boolean
}

/** Whether a result may be confirmed among others, with what was found. `protocol`: the one that it was judged by. */
export type Judgement = {
  isInRange: boolean
  alerts: readonly Alert[]
  protocol: ProtocolReference | null
}

/** What the laboratory wrote beside a result, and what in it looks like a slip; null for nothing. */
type Beside = { notes: string | null; doubts: string | null }

/**
 * What all protocols of the person together come to. In range is only a final result that some rule is about and none
 * objects to, beside which the laboratory wrote nothing, and which does not look like a slip; a report has to say that there is
 * nothing new. Everything else is looked at by itself.
 */
export function judgementOf(
  result: ResultFact,
  opinions: readonly ProtocolOpinion[],
  { notes, doubts }: Beside,
): Judgement {
  const alerts = opinions.flatMap((opinion) => opinion.alerts)
  const first = opinions.find((one) => one.alerts.length > 0) ?? opinions.find(({ isCovered }) => isCovered)
  const { status, value } = result
  const saysNothingNew = isReading(result) || (value.kind === 'report' && value.outcome === 'nothing_new')
  const isCovered = opinions.some((opinion) => opinion.isCovered)
  return {
    isInRange:
      status === 'final' &&
      isCovered &&
      saysNothingNew &&
      alerts.length === 0 &&
      notes === null &&
      doubts === null,
    alerts,
    protocol: first?.protocol ?? null,
  }
}

/** Whether the later judgement says anything that the earlier one did not. */
export function saysTheSame(
  earlier: { isInRange: boolean; keys: readonly string[] },
  later: Judgement,
): boolean {
  const keys = later.alerts.map(({ key }) => key)
  return (
    earlier.isInRange === later.isInRange &&
    earlier.keys.length === keys.length &&
    keys.every((key) => earlier.keys.includes(key))
  )
}
