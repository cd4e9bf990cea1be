import { RuleBroken } from '@/lib/platform/errors'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import type { RefusableStep } from './task-declaration'
import { TASK_KINDS } from './task-kinds'

/** @throws RuleBroken where the step would leave what the task stands for without an owner, saying what to do instead */
export function refuseStep(kind: TaskKind, step: RefusableStep): void {
  const { means, words } = TASK_KINDS[kind][step]
  if (means === 'refused') throw new RuleBroken(words)
}
