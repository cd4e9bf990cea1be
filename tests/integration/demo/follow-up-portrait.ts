import type { Actor } from '@/lib/access/actor'
import type { PathwayOnRecord } from '@/lib/patients/record/follow-up-on-record'
import { getRecord } from '@/lib/patients/record/get-record'

/**
 * How the person is followed up, as their record says it, a line for each pathway: `nurse_led live; PSA resulted; next PSA`.
 * Days are left out: tests are counted in months, which are not always as long.
 */
export async function followUpInWords(actor: Actor, patientId: string): Promise<string[]> {
  return (await getRecord(actor, patientId)).followUp.map(pathwayInWords)
}

function pathwayInWords({ stream, state, waiting, next }: PathwayOnRecord): string {
  const tests = waiting.map(({ name, state: at, isOverdue }) => `${name} ${isOverdue ? 'overdue' : at}`)
  return [`${stream} ${state}`, ...tests, ...(next ? [`next ${next.name}`] : [])].join('; ')
}
