import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import { alertInWords } from './internal/alert-in-words'
import { releaseInWords } from './internal/release-in-words'
import { spanInWords } from './internal/span-in-words'
import { EXIT_LABELS, LETTER_LABELS, PROTOCOL_STREAM_LABELS } from './protocol-labels'
import type { Protocol } from './protocol'
import type { ProtocolItem } from './protocol-schedule'

/** One value of a protocol as whoever approves it reads it, with what it rests on. */
export type ValueInWords = {
  /** What the value is of; no two of a section have the same. */
  what: string
  value: string
  /** Of what it is a part that is only understood whole: one row of years says nothing without the others. */
  partOf?: string
  source: string
  confidence: Confidence
}
export type SectionInWords = { heading: string; values: ValueInWords[] }
export type Confidence = 'high' | 'medium' | 'low'

type Grounds = { source: string; confidence: Confidence }
type Said = { what: string; value: string; partOf?: string; grounds: Grounds }

/** Every value of a protocol that rests on a source, or on none, in the order in which it is approved. */
export function protocolInWords(protocol: Protocol, tests: SurveillanceTests): SectionInWords[] {
  const section = (heading: string, said: readonly Said[]): SectionInWords => ({
    heading,
    values: said.map(({ grounds: { source, confidence }, ...words }) => ({
      ...words,
      source: sourceInWords(source, protocol),
      confidence,
    })),
  })
  return [
    section('Who it is for', forWhom(protocol)),
    ...protocol.items.map((item) => section(nameOf(item.test, tests), itemInWords(item))),
    section(
      'What is looked at by itself',
      protocol.alerts.map((rule) => ({ ...alertInWords(rule, tests), grounds: rule })),
    ),
    section(
      'When the person may know a result',
      protocol.release.map((rule) => ({ ...releaseInWords(rule, tests), grounds: rule })),
    ),
    section('Letters', [
      {
        what: 'Sent',
        value: protocol.letters.sent.map((letter) => LETTER_LABELS[letter]).join(', '),
        grounds: protocol.letters,
      },
    ]),
    section(
      'When it ends early',
      protocol.exits.map((exit) => ({ what: EXIT_LABELS[exit.reason], value: exit.text, grounds: exit })),
    ),
  ].filter(({ values }) => values.length > 0)
}

function forWhom({ eligibility, streams, duration }: Protocol): Said[] {
  return [
    { what: 'People', value: eligibility.text, grounds: eligibility },
    ...eligibility.criteria.map((criterion, place) => ({
      what: `Criterion ${place + 1}`,
      value: criterion.text,
      grounds: criterion,
    })),
    {
      what: 'Kinds of follow-up',
      value: streams.choices.map((stream) => PROTOCOL_STREAM_LABELS[stream]).join(', '),
      grounds: streams,
    },
    { what: 'Length', value: yearsInWords(duration.years), grounds: duration },
  ]
}

function itemInWords({ at, years, window, grace }: ProtocolItem): Said[] {
  return [
    ...at.map((point) => ({
      what: `After ${spanInWords(point.after)}`,
      value: point.notBefore ? 'Once, not a day before' : 'Once',
      grounds: point,
    })),
    ...years.map((row) => ({
      what: `${row.from === row.to ? `Year ${row.from}` : `Years ${row.from} to ${row.to}`}${ageInWords(row)}`,
      value: everyInWords(row),
      partOf: 'By year',
      grounds: row,
    })),
    { what: 'Counts before its day', value: daysInWords(window.before.days), grounds: window.before },
    { what: 'Counts after its day', value: daysInWords(window.after.days), grounds: window.after },
    { what: 'Looked into after', value: `a further ${daysInWords(grace.days)}`, grounds: grace },
  ]
}

function ageInWords({ untilAge }: ProtocolItem['years'][number]): string {
  return untilAge === undefined ? '' : `, until the age of ${untilAge}`
}

function everyInWords({ every, upToMonths }: ProtocolItem['years'][number]): string {
  if (every === 'none') return 'None, on purpose'
  const longer = upToMonths === undefined ? '' : ` (its source allows up to ${upToMonths})`
  return `Every ${spanInWords({ months: every.months })}${longer}`
}

function yearsInWords(years: number): string {
  return years === 1 ? '1 year' : `${years} years`
}

function daysInWords(days: number): string {
  return spanInWords({ days })
}

function nameOf(test: string, { tests }: SurveillanceTests): string {
  return tests.find(({ code }) => code === test)?.name ?? test
}

function sourceInWords(tag: string, { sources }: Protocol): string {
  if (tag === 'memory') return 'From memory: no source was read'
  if (tag === 'ours') return 'Our own choice: no source says so'
  return sources[tag] ?? tag
}

/** How many values there are, and how many of them are of low confidence. */
export function countLowConfidence(sections: readonly SectionInWords[]): { low: number; all: number } {
  const values = sections.flatMap((section) => section.values)
  return { low: values.filter(({ confidence }) => confidence === 'low').length, all: values.length }
}
