import { markup, type Markup } from '@/components/nhs/markup'
import type { PathwayEventKind } from './pathway-events'

/** Outlines about the origin, 14 units across: told apart by shape, so also in grey. */
const outlines: Record<PathwayEventKind, string> = {
  diagnosis: 'M-7,0A7,7 0 1,1 7,0A7,7 0 1,1 -7,0Z',
  recurrence: 'M-6,-6L0,-2.5L6,-6L2.5,0L6,6L0,2.5L-6,6L-2.5,0Z',
  progression: 'M0,-8L7,0H3V7H-3V0H-7Z',
  treatment: 'M-6,-6H6V6H-6Z',
  needs_assessment: 'M0,-8L8,0L0,8L-8,0Z',
  care_plan: 'M0,-7L8,6H-8Z',
  treatment_summary: 'M0,7L-8,-6H8Z',
  review: 'M0,-8L7.6,-2.5L4.7,6.5H-4.7L-7.6,-2.5Z',
  follow_up: 'M-8,0L-4,-7H4L8,0L4,7H-4Z',
  death: 'M-2,-8H2V-3H7V1H2V8H-2V1H-7V-3H-2Z',
}

type Props = { kind: PathwayEventKind; x: number; y: number; isPlanned?: boolean }

export function eventMark({ kind, x, y, isPlanned }: Props): Markup {
  const place = `translate(${round(x)} ${round(y)})`
  const fill = isPlanned ? '#ffffff' : '#10465a'
  return markup`<path d="${outlines[kind]}" transform="${place}" fill="${fill}" stroke="#10465a" stroke-width="2"/>`
}

/** One decimal is finer than a screen shows, and keeps the page small. */
export function round(length: number): number {
  return Math.round(length * 10) / 10
}
