import { formatDateForPatient } from '@/lib/nhs/date-format'
import type { FrozenAction, FrozenItem, FrozenPlan } from './frozen-plan'

/** The most of a text that a line about it repeats, in code points; the plan itself always has it whole. */
const MOST_REPEATED = 80

type Compared = Pick<FrozenPlan, 'items'>

/**
 * What is different in a plan since the version before, one line for each change, in plain words and in the order of
 * the plan; what was taken out comes last. Nothing changed: no lines.
 */
export function changesInWords(before: Compared, now: Compared): string[] {
  const earlier = new Map(before.items.map((item) => [item.id, item]))
  const kept = new Set(now.items.map((item) => item.id))
  return [
    ...now.items.flatMap((item) => {
      const was = earlier.get(item.id)
      return was ? itemChanges(was, item) : [`Added: ${item.concern.label}`, ...newActions(item)]
    }),
    ...before.items
      .filter((item) => !kept.has(item.id))
      .map((item) => `No longer in the plan: ${item.concern.label}`),
    ...orderChanges(before, now),
  ]
}

function itemChanges(before: FrozenItem, now: FrozenItem): string[] {
  const about = now.concern.label
  const earlier = new Map(before.actions.map((action) => [action.id, action]))
  const kept = new Set(now.actions.map((action) => action.id))
  return [
    ...scoreChange(before, now),
    ...textChange(about, 'what matters', before.whatMatters, now.whatMatters),
    ...textChange(about, 'the goal', before.goal, now.goal),
    ...now.actions.flatMap((action) => {
      const was = earlier.get(action.id)
      return was ? actionChanges(about, was, action) : newAction(about, action)
    }),
    ...before.actions
      .filter((action) => !kept.has(action.id))
      .map((action) => `${about}: taken out: ${shortened(action.what)}`),
  ]
}

function scoreChange({ concern: was }: FrozenItem, { concern }: FrozenItem): string[] {
  if (was.score === concern.score && was.ownWords === concern.ownWords && was.label === concern.label)
    return []
  if (was.score === concern.score) return [`${concern.label}: told again in new words`]
  return [`${concern.label}: score was ${scoreWords(was.score)}, now ${scoreWords(concern.score)}`]
}

function scoreWords(score: number | null): string {
  return score === null ? 'not given' : String(score)
}

function textChange(about: string, what: string, before: string | null, now: string | null): string[] {
  if (before === now) return []
  if (now === null) return [`${about}: ${what} was taken out`]
  return [`${about}: ${what} is ${before === null ? 'new' : 'changed'}: ${shortened(now)}`]
}

function newActions(item: FrozenItem): string[] {
  return item.actions.flatMap((action) => newAction(item.concern.label, action))
}

function newAction(about: string, action: FrozenAction): string[] {
  const lines = [
    `${about}: new action: ${shortened(action.what)} (${action.owner.name}, by ${formatDateForPatient(action.dueOn)})`,
  ]
  return action.finished ? [...lines, finishedLine(about, action, action.finished)] : lines
}

function actionChanges(about: string, before: FrozenAction, now: FrozenAction): string[] {
  const what = shortened(now.what)
  const lines: string[] = []
  if (before.what !== now.what) lines.push(`${about}: action changed to: ${what}`)
  if (before.owner.kind !== now.owner.kind || before.owner.name !== now.owner.name)
    lines.push(`${about}: ${what}: now with ${now.owner.name}`)
  if (before.dueOn !== now.dueOn) lines.push(`${about}: ${what}: now by ${formatDateForPatient(now.dueOn)}`)
  if (before.help !== now.help) lines.push(`${about}: ${what}: the help there is changed`)
  if (JSON.stringify(before.finished) !== JSON.stringify(now.finished) && now.finished)
    lines.push(finishedLine(about, now, now.finished))
  return lines
}

function finishedLine(
  about: string,
  action: FrozenAction,
  finished: NonNullable<FrozenAction['finished']>,
): string {
  const how = finished.isNeeded ? 'done' : 'no longer needed'
  return `${about}: ${shortened(action.what)}: ${how} on ${formatDateForPatient(finished.on)}`
}

function orderChanges(before: Compared, now: Compared): string[] {
  const inBoth = (plan: Compared, other: Compared) =>
    plan.items.filter(({ id }) => other.items.some((item) => item.id === id)).map(({ id }) => id)
  const isSame = inBoth(before, now).join() === inBoth(now, before).join()
  return isSame ? [] : ['The concerns are in a new order']
}

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim())
  return characters.length > MOST_REPEATED
    ? `${characters
        .slice(0, MOST_REPEATED - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('')
}
