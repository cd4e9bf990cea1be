import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import type { PathwaySnapshot } from '@/lib/follow-up/pathway'
import { parseProtocol, type Protocol } from '@/lib/follow-up/protocol'
import { plannedTests } from '@/lib/follow-up/schedule'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { addWorkingDays } from '@/lib/nhs/working-days'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import { today } from '@/lib/platform/clock'
import { knownTests } from '@/lib/results/known-tests'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }

const PROTOCOLS = path.join(import.meta.dirname, '../../prisma/reference/protocols')

/** By the tumour group of the bench's teams. Men in five protocols are followed up as four groups. */
const OF_GROUP = {
  breast: ['breast'],
  urology: [
    'prostate-after-surgery',
    'prostate-after-radiotherapy',
    'prostate-active-surveillance',
    'prostate-hormones-or-watchful-waiting',
  ],
  colorectal: ['colorectal'],
} as const

/** Whoever is followed up was treated ten years ago or a little more, on one of so many days in a row, and stays for fifteen. */
const ANCHORS = 365
const LAST_ANCHOR_DAYS_AGO = 3653
const YEARS = 15
const STARTED_AFTER_DAYS = 90
/** What is due later than this matters to nobody yet. */
const DAYS_AHEAD = 800
/** A mammogram a year is for those under 50. */
const BORN: Readonly<Record<keyof typeof OF_GROUP, CalendarDate>> = {
  breast: '1986-01-01',
  urology: '1950-01-01',
  colorectal: '1955-01-01',
}

/** Writes which tests are due when, by the rules themselves, for every protocol and day of operation; and working days. */
export async function writeFollowUpPlans(client: Client): Promise<void> {
  await client.query(`
    create unlogged table bench.plan (tumour_group text, plan_number int, code text, version text, content jsonb, overrides jsonb,
      anchor_on date, born_on date, started_on date, primary key (tumour_group, plan_number));
    create unlogged table bench.planned_test (tumour_group text, plan_number int, item_code text, occurrence text, due_on date,
      opens_on date, closes_on date, overdue_on date);
    create unlogged table bench.working_day ("on" date primary key, two_later date, five_later date);
    create unlogged table bench.known_test (code text primary key, name text, result_within_days int, analyte text)`)
  for (const [group, codes] of Object.entries(OF_GROUP) as [keyof typeof OF_GROUP, readonly string[]][]) {
    const protocols = codes.map(readProtocol)
    await insert(client, 'plan', plansOf(group, protocols))
    await insert(client, 'planned_test', plannedOf(group, protocols))
  }
  await insert(client, 'working_day', workingDays())
  await insert(client, 'known_test', knownTestRows())
}

function readProtocol(code: string): Protocol {
  return parseProtocol(readFileSync(path.join(PROTOCOLS, `${code}.yaml`), 'utf8'), knownTests())
}

function snapshotsOf(group: keyof typeof OF_GROUP, protocols: readonly Protocol[]): PathwaySnapshot[] {
  return Array.from({ length: ANCHORS }, (_, anchor) => anchor).flatMap((anchor) =>
    protocols.map((protocol) => {
      const anchorOn = addDays(today(), -LAST_ANCHOR_DAYS_AGO - anchor)
      return {
        protocol,
        anchorOn,
        startedOn: addDays(anchorOn, STARTED_AFTER_DAYS),
        bornOn: addDays(BORN[group], anchor),
        overrides: [
          { kind: 'duration', years: YEARS, reason: 'Stays on follow-up as long as the bench needs' },
        ],
      }
    }),
  )
}

function plansOf(group: keyof typeof OF_GROUP, protocols: readonly Protocol[]) {
  return snapshotsOf(group, protocols).map(
    ({ protocol, anchorOn, startedOn, bornOn, overrides }, number) => ({
      tumour_group: group,
      plan_number: number,
      code: protocol.id,
      version: protocol.version,
      content: protocol,
      overrides,
      anchor_on: anchorOn,
      born_on: bornOn,
      started_on: startedOn,
    }),
  )
}

function plannedOf(group: keyof typeof OF_GROUP, protocols: readonly Protocol[]) {
  return snapshotsOf(group, protocols).flatMap((snapshot, number) =>
    plannedTests(snapshot)
      .filter(({ opensOn }) => opensOn <= addDays(today(), DAYS_AHEAD))
      .map(({ key, test, dueOn, opensOn, closesOn, overdueOn }) => ({
        tumour_group: group,
        plan_number: number,
        item_code: test,
        occurrence: key.slice(test.length + 1),
        due_on: dueOn,
        opens_on: opensOn,
        closes_on: closesOn,
        overdue_on: overdueOn,
      })),
  )
}

/** For the days of the last year. */
function workingDays() {
  const holidays = parseBankHolidays(england)
  return Array.from({ length: 366 }, (_, ago) => addDays(today(), -ago)).map((on) => ({
    on,
    two_later: addWorkingDays(on, 2, holidays),
    five_later: addWorkingDays(on, 5, holidays),
  }))
}

/** None of the protocols above has a test with more than one analyte. */
function knownTestRows() {
  return knownTests().tests.map(({ code, name, resultWithinDays, analytes }) => ({
    code,
    name,
    result_within_days: resultWithinDays ?? null,
    analyte: analytes?.[0] ?? null,
  }))
}

async function insert(client: Client, name: string, rows: readonly object[]): Promise<void> {
  await client.query(
    `insert into bench.${name} select * from jsonb_populate_recordset(null::bench.${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}
