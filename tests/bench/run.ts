import '@/tests/crash/quiet'
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildIfNeeded } from '@/lib/operations/build'
import { dataFolder } from '@/lib/operations/database/data-home'
import { OperatorError } from '@/lib/operations/operator-error'
import { runCommand, typedPath } from '@/lib/operations/run-command'
import { supervise, type Keep } from '@/lib/operations/supervise'
import { runBench, type BenchPlan } from './bench'

const HELP = `
npm run bench             how fast the built service is on 50,000 patients, beside the same SQL on its own and beside the
                          log-in page; how long the nightly work on follow-up takes; and whether the targets are met. About
                          half an hour, a third of it with --growth 0; nothing else should be running.

Options, after --:
  --json FILE             writes the figures as JSON
  --patients NUMBER       how many patients (50000), with four tasks each
  --growth NUMBER         how many patients to compare them with (500000); 0 leaves it out
  --followed NUMBER       how many of them are on a follow-up pathway, with ten years of results (20000)
  --teams NUMBER          how many hospital teams share them (60)
  --seconds NUMBER        how long each run takes (4)
  --runs NUMBER           how many runs the medians are of (3)
  --connections NUMBER    how many requests are under way at once (8)

Everything is made in a database server of its own, in the folder for temporary files, and deleted afterwards: 20 GB for
500,000 patients of whom 200,000 are on follow-up. Quote the ratios, not the speeds: those are of this machine at this moment.
`

await runCommand({
  help: HELP,
  options: {
    json: { type: 'string' },
    patients: { type: 'string' },
    growth: { type: 'string' },
    followed: { type: 'string' },
    teams: { type: 'string' },
    seconds: { type: 'string' },
    runs: { type: 'string' },
    connections: { type: 'string' },
  },
  run: async ({ options }) => {
    const positive = (name: string, otherwise: number) => numberOf(name, options[name], otherwise)
    const plan: BenchPlan = {
      patients: positive('patients', 50_000),
      growth: options.growth === '0' ? null : positive('growth', 500_000),
      followed: positive('followed', 20_000),
      teams: positive('teams', 60),
      pace: {
        seconds: positive('seconds', 4),
        runs: positive('runs', 3),
        connections: positive('connections', 8),
      },
    }
    let met = false
    await supervise(async (keep) => {
      met = await measure(plan, keep, typeof options.json === 'string' ? typedPath(options.json) : undefined)
    })
    return met ? 0 : 1
  },
})

async function measure(plan: BenchPlan, keep: Keep, jsonFile: string | undefined): Promise<boolean> {
  const log = path.join(dataFolder(), 'logs/build.log')
  if (await buildIfNeeded(log, keep.forNow)) console.log('Built the pages.')
  const figures = await runBench(plan, keep, (line) => console.log(line))
  const machine = {
    cores: os.availableParallelism(),
    memoryMb: Math.round(os.totalmem() / 1e6),
    node: process.version,
  }
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ plan, machine, ...figures }, null, 2)}\n`)
  return figures.verdicts.every(({ isMet }) => isMet)
}

function numberOf(name: string, given: unknown, otherwise: number): number {
  if (given === undefined) return otherwise
  const number = Number(given)
  if (number > 0 && Number.isFinite(number)) return number
  throw new OperatorError(`--${name} takes a number above 0, not "${String(given)}".`)
}
