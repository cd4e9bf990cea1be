import type { Pool } from 'pg'

/** By rows alone, without a rule or a query of the application. */
const PERSON = 'select died_on is not null as is_dead from patient where id = $1'
const TELLINGS = `
  select id, told_by::text from surveillance_test_event where patient_id = $1 and kind = 'told'
  union all select id, told_by::text from result_telling where patient_id = $1`
const MESSAGES = `
  select message.id, message.about, message.recipient::text,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', event.kind, 'detail', event.detail) order by event.id), '[]')
     from message_event as event where event.message_id = message.id) as said,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', task.kind, 'has_owner',
       exists (select from team_member as member where member.team_id = task.team_id and member.ended_on is null)
         and exists (select from care_relationship as care where care.patient_id = task.patient_id
           and care.team_id = task.team_id and care.ended_on is null))), '[]')
     from task where task.subject_id = message.id and task.closed_at is null) as open,
    coalesce((select task.closure = 'care_ended' from task where task.subject_id = message.id
      order by task.closed_at desc nulls first limit 1), false) as let_go
  from message where message.patient_id = $1 and message.channel = 'letter' and message.about like 'told:%' order by message.id`

type Telling = { id: string; told_by: string }
type Letter = {
  id: string
  about: string
  recipient: 'person' | 'practice'
  said: { kind: string; detail: string | null }[]
  open: { kind: string; has_owner: boolean }[]
  /** What was last open about it ended with the care of its team, as whoever ended it said. */
  let_go: boolean
}

/**
 * Everything that is wrong with the letters of one person's tellings; empty where all is right. Every telling by letter has
 * one letter to the person, and every telling one copy to the practice; the letter that follows a conversation is missing
 * where none would arrive. Each is in one state, and has open what that state asks for, with a team that can do it.
 */
export async function faultsOfLetters(superuser: Pool, patientId: string): Promise<string[]> {
  const read = async <Row>(text: string) => (await superuser.query(text, [patientId])).rows as Row[]
  const tellings = await read<Telling>(TELLINGS)
  const letters = await read<Letter>(MESSAGES)
  const [person] = await read<{ is_dead: boolean }>(PERSON)
  const known = new Set(tellings.map(({ id }) => id))
  return [
    ...tellings.flatMap((telling) => faultsOfTelling(telling, letters)),
    ...letters
      .filter(({ about }) => !known.has(about.split(':')[1] ?? ''))
      .map(({ about }) => `${about}: a letter about a telling that is not there`),
    ...letters.flatMap((letter) => faultsOfLetter(letter, person?.is_dead === true)),
  ]
}

function faultsOfTelling({ id, told_by: toldBy }: Telling, letters: readonly Letter[]): string[] {
  const count = (recipient: Letter['recipient']) =>
    letters.filter(({ about, recipient: to }) => to === recipient && about.split(':')[1] === id).length
  const isRight = count('person') === 1 || (count('person') === 0 && toldBy !== 'letter')
  return [
    ...(isRight ? [] : [`told ${id} by ${toldBy}: ${count('person')} letters to the person`]),
    ...(count('practice') === 1 ? [] : [`told ${id}: ${count('practice')} copies to the practice`]),
  ]
}

/** What is said of a letter at its end, each once; what was stopped may be settled besides. */
const ENDS = ['sent', 'withdrawn', 'stopped', 'told_otherwise', 'not_needed'] as const
const SETTLED = ['told_otherwise', 'not_needed']

function faultsOfLetter(letter: Letter, isDead: boolean): string[] {
  const { id, recipient, said } = letter
  const ends = said.map(({ kind }) => kind).filter((kind) => ENDS.some((end) => end === kind))
  const [last = 'waits'] = ends.slice(-1)
  const stop = said.find(({ kind }) => kind === 'stopped')
  const isOver = isDead || (letter.let_go && last === 'stopped')
  const owed = isOver ? '' : owedFor(last, recipient, stop?.detail ?? '')
  const faults = [...faultsOfEnds(ends), ...faultsOfTasks(letter, owed)]
  if (stop && !stop.detail) faults.push('was stopped without why')
  return faults.map((fault) => `${id} to the ${recipient} (${last}) ${fault}`)
}

function faultsOfEnds(ends: readonly string[]): string[] {
  const [first = '', second] = ends
  const isSettled = ends.length === 2 && first === 'stopped' && SETTLED.includes(second ?? '')
  if (ends.length > 1 && !isSettled) return [`has ended as ${ends.join(' and ')}`]
  return SETTLED.includes(first) ? ['was settled and never stopped'] : []
}

function faultsOfTasks({ open }: Letter, owed: string): string[] {
  const kinds = open.map(({ kind }) => kind).sort()
  const found = kinds.join()
  return [
    ...(found === owed ? [] : [`has open ${found || 'nothing'} and not ${owed || 'nothing'}`]),
    ...(open.every((task) => task.has_owner) ? [] : ['has a task that nobody can do']),
  ]
}

/** What has to be open about a letter whose person lives. A death that was taken back has somebody find another way. */
function owedFor(state: string, recipient: Letter['recipient'], why: string): string {
  if (state === 'stopped') return ['care_ended', 'already_answered'].includes(why) ? '' : 'settle_message'
  if (recipient === 'practice') return state === 'sent' ? 'read_letter' : ''
  return state === 'waits' ? 'post_letter' : ''
}
