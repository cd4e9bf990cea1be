import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { owedSummaries } from '@/lib/treatment-summaries/owed-summaries'

const day = fc.integer({ min: 0, max: 90 }).map((days) => addDays('2026-01-01', days))
const someEnds = fc.array(
  fc.record({ modality: fc.constantFrom('01', '98'), endedOn: fc.option(day, { nil: null }) }),
  { maxLength: 3 },
)
const signedUntil = fc.option(day, { nil: null })

/** One phase of one diagnosis, ended no earlier than what is in it, and perhaps a signed summary. */
const situation = fc.record({ ends: someEnds, later: fc.integer({ min: 0, max: 20 }), signedUntil })

const dueAfter = (end: CalendarDate | undefined) => end && addDays(end, 42)

function owedFor({
  ends,
  later,
  signedUntil: until,
}: typeof situation extends fc.Arbitrary<infer S> ? S : never) {
  const lastEnd =
    ends
      .flatMap(({ endedOn }) => endedOn ?? [])
      .sort()
      .at(-1) ?? '2026-02-01'
  const phaseEnd = addDays(lastEnd, later)
  const treatments = ends.map((end, index) => ({ ...end, id: `t${index}`, diagnosisId: 'd', phaseId: 'p' }))
  const signed = { diagnosisId: 'd', isSigned: true, isDraft: false }
  const summaries = until ? [{ ...signed, phaseEndedOn: until }] : []
  const open = { id: 'p', diagnosisId: 'd', endedOn: null }
  const owed = (endedOn: CalendarDate | null) =>
    owedSummaries({ treatments, phases: [{ ...open, endedOn }] }, summaries, 42)
  return { phaseEnd, treatments, owed }
}

describe('the end of a phase of treatment', () => {
  it('owes one summary of its diagnosis, and none where what is in it is summed up or was declined', () => {
    fc.assert(
      fc.property(situation, (each) => {
        const { phaseEnd, owed } = owedFor(each)
        const given = each.ends.filter(({ modality }) => modality === '01')
        const ended = given.flatMap(({ endedOn }) => endedOn ?? []).sort()
        const summedUp = each.ends.length === 0 || ended.length === 0 ? phaseEnd : (ended.at(-1) ?? '')
        const isOwed =
          (each.ends.length === 0 || given.length > 0) && !(each.signedUntil && each.signedUntil >= summedUp)
        expect(owed(phaseEnd)).toEqual(isOwed ? [{ subjectId: 'd', dueOn: dueAfter(phaseEnd) }] : [])
      }),
    )
  })

  it('doubles nothing that the end of its treatments owes: it only moves the date', () => {
    fc.assert(
      fc.property(situation, (each) => {
        const { phaseEnd, owed } = owedFor(each)
        const [before, after] = [owed(null), owed(phaseEnd)]
        expect(after.length).toBeLessThanOrEqual(1)
        for (const { subjectId, dueOn } of before) {
          expect(after[0]?.subjectId).toBe(subjectId)
          expect((after[0]?.dueOn ?? '') >= dueOn).toBe(true)
        }
      }),
    )
  })
})
