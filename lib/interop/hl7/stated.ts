import { isNull, rawField, type Segment } from './message'

/**
 * What a sender says of one field. `absent` leaves what is stored alone, `cleared` (HL7's null) takes it away,
 * `unreadable` is something that a person has to look at.
 */
export type Stated<Value> =
  { state: 'absent' } | { state: 'cleared' } | { state: 'unreadable' } | { state: 'stated'; value: Value }

/**
 * Reads a field that may be absent or null.
 *
 * @param readValue null when what is there cannot be read
 */
export function statedIn<Value>(
  segment: Segment | undefined,
  field: number,
  readValue: () => Value | null,
): Stated<Value> {
  const raw = rawField(segment, field)
  if (raw.trim() === '') return { state: 'absent' }
  if (isNull(raw)) return { state: 'cleared' }
  const value = readValue()
  return value === null ? { state: 'unreadable' } : { state: 'stated', value }
}

/** The value, where one was stated. */
export function statedValue<Value>(stated: Stated<Value>): Value | null {
  return stated.state === 'stated' ? stated.value : null
}
