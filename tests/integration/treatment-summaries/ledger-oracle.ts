/** What is stored of a person, as the invariants read it: told apart from the code that keeps it. */
export type Stored = {
  isDead: boolean
  registered: string | null
  /** Hospital teams that care. */
  caring: string[]
  tasks: { kind: string; team: string; subject: string; due: string | null }[]
  requests: { id: string; code: string; team: string; practice: string; said: string[] }[]
  summary: { id: string; diagnosis: string; isDraft: boolean; numbers: number[] } | null
  deliveries: {
    id: string
    number: number
    team: string | null
    recipient: string
    channel: string
    isSeen: boolean
  }[]
}

const ENDS = ['done', 'withdrawn', 'ended']
const PRACTICE_KINDS = [
  'read_shared_plan',
  'answer_practice_request',
  'read_treatment_summary',
  'answer_summary_request',
  'complete_summary_request',
]

/** Everything that is lost, doubled or somebody else's, in words; nothing wrong gives an empty list. */
export function faultsIn(stored: Stored, owner: { breast: string }): string[] {
  return [
    ...stored.tasks
      .filter(({ team, due }) => !team || !due)
      .map(({ kind }) => `${kind} has no owner or no date`),
    ...(stored.isDead ? stored.tasks.map(({ kind }) => `${kind} is open for the dead`) : []),
    ...versionFaults(stored),
    ...practiceFaults(stored),
    ...stored.requests.flatMap((request) => requestFaults(stored, request)),
    ...codeFaults(stored),
    ...(stored.isDead ? [] : ownerlessFaults(stored, owner.breast)),
  ]
}

function versionFaults({ summary }: Stored): string[] {
  const numbers = summary?.numbers ?? []
  return numbers.every((number, place) => number === place + 1) ? [] : [`versions ${numbers.join(', ')}`]
}

/** Nothing is owed by a practice that the person is not with, and only what it was sent is to be read, the newest once. */
function practiceFaults({ tasks, registered, deliveries }: Stored): string[] {
  const owed = tasks.filter(({ kind }) => PRACTICE_KINDS.includes(kind))
  const toRead = owed.filter(({ kind }) => kind === 'read_treatment_summary')
  const newest = deliveries
    .filter(({ team, channel }) => channel === 'in_service' && team === registered)
    .sort((one, other) => other.number - one.number)[0]
  const unread = newest && !newest.isSeen ? [newest.id] : []
  return [
    ...owed
      .filter(({ team }) => team !== registered)
      .map(({ kind }) => `${kind} is owed by a practice of before`),
    ...(toRead.every(({ subject }) => unread.includes(subject))
      ? []
      : ['something old or read is still to be read']),
    ...(toRead.length > 1 ? ['two versions are to be read'] : []),
  ]
}

type Request = Stored['requests'][number]
type Task = Stored['tasks'][number]

function requestFaults(stored: Stored, request: Request): string[] {
  const { id, said } = request
  const owed = stored.tasks.filter(({ subject }) => subject === id)
  const ends = said.filter((kind) => ENDS.includes(kind))
  const fault = ends.length > 0 ? faultOfSettled(ends, owed) : faultOfOpen(stored, request, owed)
  const kinds = owed.map(({ kind }) => kind).join(' ')
  return fault ? [`request ${id} (${said.join(' ')}) ${fault}: ${kinds}`] : []
}

function faultOfSettled(ends: readonly string[], owed: Stored['tasks']): string | null {
  if (ends.length > 1) return 'ended twice'
  return owed.length > 0 ? 'is settled and owed' : null
}

/** An open request has one next step, with who can take it; a hospital team looks after an answer that is outstanding. */
function faultOfOpen(stored: Stored, request: Request, owed: Stored['tasks']): string | null {
  const steps = owed.filter(({ kind }) => kind !== 'await_practice_answer')
  const [step] = steps
  if (!step || steps.length > 1) return `has ${steps.length} next steps`
  return faultOfStep(stored, request, step) ?? faultOfAwaiting(stored, request, owed)
}

function faultOfStep({ caring, registered }: Stored, { said, practice }: Request, step: Task): string | null {
  if (said.includes('declined')) {
    const isSettled = step.kind === 'settle_declined_request' && caring.includes(step.team)
    return isSettled ? null : 'is not with a hospital team'
  }
  const wanted = said.includes('accepted') ? 'complete_summary_request' : 'answer_summary_request'
  if (step.kind !== wanted || step.team !== practice) return 'is not with the practice'
  return practice === registered ? null : 'is open with a practice of before'
}

function faultOfAwaiting({ caring }: Stored, { said, team }: Request, owed: readonly Task[]): string | null {
  const awaits = owed.filter(({ kind }) => kind === 'await_practice_answer')
  if (awaits.some((each) => !caring.includes(each.team))) return 'is awaited by who has let go'
  const isOutstanding = !said.includes('declined') && !said.includes('accepted')
  if (awaits.length > (isOutstanding ? 1 : 0)) return 'is awaited once too often'
  return isOutstanding && awaits.length === 0 && caring.includes(team) ? 'is not awaited' : null
}

/** A request asked again is open once, as what was asked last. */
function codeFaults({ requests }: Stored): string[] {
  return [...new Set(requests.map(({ code }) => code))].flatMap((code) => {
    const own = requests.filter((request) => request.code === code)
    const open = own.filter(({ said }) => !said.some((kind) => ENDS.includes(kind)))
    return open.length === 0 || (open.length === 1 && open[0] === own.at(-1)) ? [] : [`${code} is open twice`]
  })
}

/** While the team of the summary cares, a draft is owed, and so is a way to the practice for what stands signed. */
function ownerlessFaults(
  { summary, caring, tasks, registered, deliveries }: Stored,
  breast: string,
): string[] {
  if (!summary || !caring.includes(breast)) return []
  const owed = (kind: string, subject: string) =>
    tasks.filter((task) => task.kind === kind && task.subject === subject && task.team === breast).length
  const current = summary.numbers.at(-1)
  const isWithPractice = deliveries.some(
    ({ number, team, recipient, channel }) =>
      number === current && recipient === 'practice' && (channel !== 'in_service' || team === registered),
  )
  const isToFind = owed('send_treatment_summary', summary.id) === 1
  return [
    ...(summary.isDraft && owed('prepare_treatment_summary', summary.diagnosis) !== 1
      ? ['a draft is nobody’s']
      : []),
    ...(current && registered && !isWithPractice && !isToFind
      ? ['what stands signed has no way to the practice']
      : []),
  ]
}
