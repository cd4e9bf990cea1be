import { Pool } from 'pg'
import { freePort } from '@/lib/operations/database/free-port'
import { bareEnvironment } from '@/lib/operations/environment'
import { startListener } from '@/lib/operations/serve'
import type { Keep } from '@/lib/operations/supervise'
import { cea, hl7Message, psa } from '@/tests/factories/hl7-messages'
import { MllpClient } from '@/tests/support/mllp-client'
import type { BenchDatabase } from './database'
import type { Pace } from './speed'

/** Messages with one result each over one connection, acknowledged after their commit. */
export type Ingest = {
  /** Messages a second from a sender that waits for no answer; the median of the runs. */
  together: number
  /** From one that waits for the answer to each before it sends the next. */
  waiting: number
  /** People on a pathway whom the messages were about, in turn. */
  people: number
}

type Person = {
  nhs_number: string
  given_name: string
  family_name: string
  born: string
  ods_code: string
  analyte_code: 'psa' | 'cea'
  sampled: string
}

/** In an order that looks random: what is read is not still in the cache of the processor. */
const PEOPLE = `
  select patient.nhs_number, given_name, family_name, to_char(born_on, 'YYYYMMDD') as born, organisation.ods_code, known.analyte_code,
    to_char(access.today(), 'YYYYMMDD') as sampled
  from follow_up_pathway as pathway
  join patient on patient.id = pathway.patient_id and patient.died_on is null
  join team on team.id = pathway.team_id
  join organisation on organisation.id = team.organisation_id
  cross join lateral (
    select analyte_code from result where result.patient_id = patient.id and analyte_code in ('psa', 'cea') limit 1) as known
  where pathway.ended_on is null and organisation.id = (
    select organisation_id from follow_up_pathway as any_of join team on team.id = any_of.team_id
    group by organisation_id order by count(*) desc limit 1)
  order by hashtextextended(patient.id::text, 7)`

const MOST_PEOPLE = 20_000
/** Enough for the compiler to have seen every path. */
const WARM_UP = 400
/** A sender that waits for each answer is so much slower. */
const WAITING_SHARE = 5

/** @returns null where the data holds nobody on a pathway with results of blood */
export async function measureIngest(database: BenchDatabase, pace: Pace, keep: Keep): Promise<Ingest | null> {
  const people = await peopleOf(database)
  const [first] = people
  if (!first) return null
  const port = await freePort()
  const listener = startListener(
    {
      ...bareEnvironment(),
      NODE_ENV: 'production',
      DATABASE_WORKER_URL: database.urls.worker,
      ALONGSIDE_LOG_LEVEL: 'error',
      ALONGSIDE_MLLP_PORT: String(port),
      ALONGSIDE_MLLP_ORGANISATION: first.ods_code,
    },
    '.data/logs/bench-listener.log',
  )
  keep.forNow(listener)
  const lab = new Laboratory(people, await connected(port))
  await lab.sendTogether(WARM_UP)
  const rates: number[] = []
  let each = 1000
  for (let run = 0; run < pace.runs; run++) {
    rates.push(await lab.sendTogether(each))
    each = Math.ceil((rates[run] ?? 1) * pace.seconds)
  }
  const waiting = await lab.sendWaiting(Math.ceil(each / WAITING_SHARE))
  lab.leave()
  await listener.stop()
  const together = rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)] ?? 0
  return { together, waiting, people: people.length }
}

async function peopleOf({ superuserUrl }: BenchDatabase): Promise<Person[]> {
  const superuser = new Pool({ connectionString: superuserUrl, max: 1 })
  try {
    return (await superuser.query<Person>(`${PEOPLE} limit ${MOST_PEOPLE}`)).rows
  } finally {
    await superuser.end()
  }
}

/** The listener takes a moment to start. */
async function connected(port: number): Promise<MllpClient> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await MllpClient.connect(port)
    } catch (error) {
      if (attempt === 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Sends each person's next result in turn, and looks at every answer. */
class Laboratory {
  private sent = 0

  constructor(
    private readonly people: readonly Person[],
    private readonly client: MllpClient,
  ) {}

  /** @returns messages a second */
  async sendTogether(count: number): Promise<number> {
    const messages = this.next(count)
    return this.timed(count, async () => {
      this.client.send(...messages)
      await this.client.answered(this.sent)
    })
  }

  /** @returns messages a second */
  async sendWaiting(count: number): Promise<number> {
    const before = this.sent
    const messages = this.next(count)
    return this.timed(count, async () => {
      for (const [place, message] of messages.entries()) {
        this.client.send(message)
        await this.client.answered(before + place + 1)
      }
    })
  }

  leave(): void {
    this.client.leave()
  }

  private async timed(count: number, send: () => Promise<void>): Promise<number> {
    const before = performance.now()
    await send()
    const seconds = (performance.now() - before) / 1000
    const wrong = (await this.client.answers(this.sent)).filter((answer) => !answer.startsWith('AA'))
    if (wrong.length > 0)
      throw new Error(`${wrong.length} messages were answered otherwise, such as ${wrong[0]}`)
    return count / seconds
  }

  private next(count: number): string[] {
    return Array.from({ length: count }, () => {
      const place = this.sent++
      return messageAbout(this.people[place % this.people.length]!, place)
    })
  }
}

function messageAbout(person: Person, place: number): string {
  const { nhs_number: nhsNumber, family_name: family, given_name: given, born, sampled } = person
  const taken = { takenAt: `${sampled}0005`, filler: `BENCH-${place}` }
  return hl7Message({
    controlId: `BENCH-${place}`,
    segments: [
      `PID|1||${nhsNumber}^^^NHS^NH||${family}^${given}||${born}|F`,
      ...(person.analyte_code === 'psa' ? psa('<0.01', taken) : cea('1.2', taken)),
    ],
  })
}
