import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'

type Props = {
  task: { kind: TaskKind; patientId: string; subjectId: string }
  /** Why the step cannot be taken, and what to do instead. */
  words: string
}

/** What stands in the place of a form for a step that a task of this kind does not take. */
export function RefusedStep({ task, words }: Props) {
  const { act, page } = TASK_KINDS[task.kind]
  return (
    <>
      <p>{words}.</p>
      <p>
        <a href={page(task)}>{act}</a>
      </p>
    </>
  )
}
