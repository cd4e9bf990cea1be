import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { DateInput } from '@/components/nhs/date-input'
import { TextArea } from '@/components/nhs/text-area'
import { TaskHistory } from '@/components/tasks/task-history'
import { RefusedStep } from '@/components/tasks/refused-step'
import { TaskSummary } from '@/components/tasks/task-summary'
import { pageRead } from '@/lib/accounts/page-read'
import { getTask } from '@/lib/tasks/queries'
import { returnAddress } from '@/lib/tasks/return-to'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { postponeTaskAction } from './actions'

export const metadata: Metadata = { title: 'Postpone this task' }

type Props = { params: Promise<{ taskId: string }>; searchParams: Promise<{ returnTo?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const { taskId } = await params
  const returnTo = returnAddress((await searchParams).returnTo)
  const task = await pageRead((actor) => getTask(actor, taskId))
  const { postponing } = TASK_KINDS[task.kind]
  return (
    <Main before={<BackLink href={returnTo}>Back to the list</BackLink>}>
      <ActionForm action={postponeTaskAction}>
        <h1>Postpone this task</h1>
        <TaskSummary task={task} current="postpone" returnTo={returnTo} />
        {postponing.means === 'refused' ? (
          <RefusedStep task={task} words={postponing.words} />
        ) : (
          <Fields task={task} returnTo={returnTo} />
        )}
      </ActionForm>
      <h2>What happened so far</h2>
      <TaskHistory caption="Newest first" facts={task.history} />
    </Main>
  )
}

function Fields({ task, returnTo }: { task: Awaited<ReturnType<typeof getTask>>; returnTo: string }) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="taskId" value={task.id} />
      <HiddenInput name="version" value={String(task.version)} />
      <HiddenInput name="returnTo" value={returnTo} />
      <p>{TASK_KINDS[task.kind].postponing.words}</p>
      <DateInput name="dueOn" label="New date" hint="For example, 15 3 2027" />
      <TextArea name="reason" label="Why can it wait?" rows={3} />
      <Button>Postpone</Button>
    </>
  )
}
