import { calendarDateOf, type CalendarDate } from '@/lib/nhs/calendar-date'
import { londonInstant } from '@/lib/nhs/london-time'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'

export type TimePrecision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

/**
 * A time as exact as its sender was. `day` is the calendar day as written, never moved by a zone, and null when only a
 * year or month is known; `instant` is null when no hour is known. Without a zone it is the time in Europe/London.
 */
export type Hl7Time = {
  text: string
  precision: TimePrecision
  day: CalendarDate | null
  instant: Date | null
  zoneStated: boolean
}

/** HL7 v2.5.1 section 2.A.22: YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ], and no other form. */
const FORM =
  /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.(\d{1,4}))?)?)?)?)?)?([+-]\d{4})?$/

const PRECISIONS: readonly TimePrecision[] = ['year', 'month', 'day', 'hour', 'minute', 'second']
/** Year, month and day stand before it. */
const HOUR_PLACE = 3
const FURTHEST_ZONE_MINUTES = 14 * 60

type Clock = { hour: number; minute: number; second: number; millisecond: number }

/** Reads one time (TS, DTM, DT). `not_a_time` is every other form, and days and hours that do not exist. */
export function parseHl7Time(text: string): Parsed<Hl7Time, 'missing' | 'not_a_time'> {
  const written = text.trim()
  if (written === '') return refused('missing')
  const parts = FORM.exec(written)
  if (!parts) return refused('not_a_time')
  const given = parts.slice(1, 7).filter((part) => part !== undefined)
  const precision = PRECISIONS[given.length - 1] ?? 'year'
  const [year = 0, month = 1, dayOfMonth = 1] = given.map(Number)
  const date = calendarDateOf({ year, month, day: dayOfMonth })
  const clock = clockOf(given.slice(HOUR_PLACE), parts[7])
  const zone = zoneMinutes(parts[8])
  if (!date || !clock || zone === 'impossible') return refused('not_a_time')
  return read({
    text: written,
    precision,
    day: given.length < HOUR_PLACE ? null : date,
    instant: given.length > HOUR_PLACE ? instantOf(date, clock, zone) : null,
    zoneStated: zone !== null,
  })
}

/** Null when no clock shows it. */
function clockOf(given: readonly string[], fraction = '0'): Clock | null {
  const [hour = 0, minute = 0, second = 0] = given.map(Number)
  if (hour > 23 || minute > 59 || second > 59) return null
  return { hour, minute, second, millisecond: Math.floor(Number(`0.${fraction}`) * 1000) }
}

function zoneMinutes(zone: string | undefined): number | null | 'impossible' {
  if (zone === undefined) return null
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))
  if (minutes > FURTHEST_ZONE_MINUTES || Number(zone.slice(3)) > 59) return 'impossible'
  return zone.startsWith('-') ? -minutes : minutes
}

function instantOf(date: CalendarDate, clock: Clock, zone: number | null): Date {
  if (zone === null) return londonInstant(date, clock)
  const local = Date.parse(`${date}T00:00:00Z`) + millisecondsOf(clock)
  return new Date(local - zone * 60_000)
}

function millisecondsOf({ hour, minute, second, millisecond }: Clock): number {
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads a day. Beside HL7's own form this is `1928-01-31`, which some systems send for births and can mean one day only. */
export function parseHl7Day(text: string): Parsed<Hl7Time, 'missing' | 'not_a_time'> {
  return parseHl7Time(text.trim().replace(ISO_DAY, '$1$2$3'))
}

/** An instant as HL7 writes it, in UTC and said to be: `20261129132000+0000`. */
export function formatHl7Time(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-T:]/g, '')}+0000`
}
