import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContactEventKind, ContactOutcome } from '@/lib/platform/prisma-client/enums'
import { owedForContact, teamOf, type ContactEventFacts } from '@/lib/re-access/owed'
import { contactStateOf, decisionFault, isOpen, mayFollow, stepFault } from '@/lib/re-access/rules'

const DATES = { answerOn: '2026-12-01', noticedOn: '2026-12-02' } as const

/** The oracle: a slip of paper that goes from tray to tray. It knows no table of what may follow, and no state. */
class Slip {
  tray: 'to answer' | 'to see' | 'filed' = 'to answer'
  isWatched = true

  offer({ kind, outcome, toStaffId }: ContactEventFacts): boolean {
    if (this.tray === 'filed') return false
    if (kind === 'handed_to') {
      if (toStaffId === null) this.isWatched = true
      return true
    }
    if (kind === 'ended') {
      this.tray = 'filed'
      return true
    }
    return this.tray === 'to see' ? this.offerToSee(kind) : this.offerToAnswer(kind, outcome)
  }

  private offerToSee(kind: ContactEventKind): boolean {
    if (kind === 'seen') this.tray = 'filed'
    return kind === 'moved' || kind === 'seen'
  }

  private offerToAnswer(kind: ContactEventKind, outcome: ContactOutcome | null): boolean {
    if (kind === 'escalated') this.isWatched = false
    if (kind === 'decided') this.tray = outcome === 'appointment' ? 'to see' : 'filed'
    return kind !== 'moved' && kind !== 'seen'
  }

  get owed(): string[] {
    if (this.tray === 'filed') return []
    if (this.tray === 'to see') return ['see_after_contact']
    return this.isWatched ? ['answer_contact', 'escalate_contact'] : ['answer_contact']
  }
}

const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-12-0${number}`)
const event = fc
  .record({
    kind: fc.constantFrom(...Object.values(ContactEventKind)),
    outcome: fc.constantFrom(...Object.values(ContactOutcome)),
    recordedOn: day,
    day,
    staff: fc.option(fc.constantFrom('ann', 'ben'), { nil: null }),
    team: fc.constantFrom('urology', 'lung'),
  })
  .map(({ kind, outcome, recordedOn, day: on, staff, team }): ContactEventFacts => {
    const isDecided = kind === 'decided'
    return {
      kind,
      outcome: isDecided ? outcome : null,
      recordedOn,
      againOn: kind === 'not_reached' ? on : null,
      appointmentOn: kind === 'moved' || (isDecided && outcome === 'appointment') ? on : null,
      toTeamId: kind === 'handed_to' ? team : null,
      toStaffId: kind === 'handed_to' || kind === 'escalated' ? staff : null,
    }
  })

describe('what is owed for a contact', () => {
  it('follows a slip from tray to tray, and nobody waits without a task', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), (offered) => {
        const slip = new Slip()
        const said: ContactEventFacts[] = []
        for (const next of offered) {
          const isTaken = mayFollow(contactStateOf(said), next.kind)
          expect(stepFault(contactStateOf(said), next.kind) === null).toBe(isTaken)
          expect(slip.offer(next)).toBe(isTaken)
          if (isTaken) said.push(next)
          const owed = owedForContact(said, DATES)
          expect(owed.map(({ kind }) => kind)).toEqual(slip.owed)
          expect(owed.length > 0).toBe(isOpen(contactStateOf(said)))
        }
      }),
    )
  })

  it('has the same state in whatever order it was said', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), (said) => {
        const once = said.filter(
          ({ kind }, place) => said.findIndex((other) => other.kind === kind) === place,
        )
        expect(contactStateOf([...once].reverse())).toBe(contactStateOf(once))
      }),
    )
  })

  const said = (kind: ContactEventKind, more: Partial<ContactEventFacts> = {}): ContactEventFacts => ({
    kind,
    outcome: null,
    recordedOn: '2026-12-01',
    againOn: null,
    appointmentOn: null,
    toTeamId: null,
    toStaffId: null,
    ...more,
  })
  const owed = (...events: ContactEventFacts[]) => owedForContact(events, DATES)

  it('moves the answer to the next try, and never the look of a clinician', () => {
    expect(owed(said('not_reached', { againOn: '2026-12-02' }))).toEqual([
      { kind: 'answer_contact', dueOn: '2026-12-02', ownerStaffId: null },
      { kind: 'escalate_contact', dueOn: '2026-12-02', ownerStaffId: null },
    ])
  })

  it('is due that day once a clinician was asked, and theirs', () => {
    expect(owed(said('escalated', { recordedOn: '2026-12-03', toStaffId: 'ann' }))).toEqual([
      { kind: 'answer_contact', dueOn: '2026-12-03', ownerStaffId: 'ann' },
    ])
  })

  it('is looked at by a clinician of the team that took over, whoever was asked before', () => {
    const asked = said('escalated', { toStaffId: 'ann' })
    const kinds = (...events: ContactEventFacts[]) => owed(...events).map(({ kind }) => kind)
    const handed = said('handed_to', { toTeamId: 'urology' })
    expect(kinds(asked, handed)).toEqual(['answer_contact', 'escalate_contact'])
    expect(kinds(asked, handed, asked)).toEqual(['answer_contact'])
    const within = said('handed_to', { toTeamId: 'breast', toStaffId: 'ben' })
    expect(kinds(asked, within)).toEqual(['answer_contact'])
  })

  it('is with the team that it was handed to last', () => {
    const handed = [
      said('handed_to', { toTeamId: 'lung' }),
      said('called_back'),
      said('handed_to', { toTeamId: 'urology', toStaffId: 'ben' }),
    ]
    expect(teamOf('breast', handed)).toBe('urology')
    expect(teamOf('breast', [])).toBe('breast')
    expect(owed(...handed)[0]?.ownerStaffId).toBe('ben')
  })

  it('is the appointment, on the day that it was moved to', () => {
    const promised = said('decided', { outcome: 'appointment', appointmentOn: '2026-12-10' })
    const moved = said('moved', { appointmentOn: '2026-12-12' })
    expect(owed(promised)[0]).toMatchObject({ kind: 'see_after_contact', dueOn: '2026-12-10' })
    expect(owed(promised, moved)[0]).toMatchObject({ dueOn: '2026-12-12' })
    expect(owed(promised, moved, said('seen'))).toEqual([])
  })
})

describe('who may decide', () => {
  it.each([
    [['support_worker'], 'standard', 'advice_only', true],
    [['support_worker'], 'same_day', 'advice_only', false],
    [['support_worker'], 'same_day', 'sent_to_emergency', true],
    [['support_worker'], 'emergency', 'appointment', false],
    [['support_worker'], 'emergency', 'sent_to_emergency', true],
    [['clinician'], 'emergency', 'advice_only', true],
    [['gp', 'support_worker'], 'emergency', 'advice_only', false],
  ] as const)('%s, %s: %s', (roles, urgency, outcome, may) => {
    expect(decisionFault(roles, urgency, outcome) === null).toBe(may)
  })
})
