import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { Select } from '@/components/nhs/select'
import { TaskHistory } from '@/components/tasks/task-history'
import { TaskSummary } from '@/components/tasks/task-summary'
import { pageRead } from '@/lib/accounts/page-read'
import { getTask } from '@/lib/tasks/queries'
import { returnAddress } from '@/lib/tasks/return-to'
import { reassignTaskAction } from './actions'

export const metadata: Metadata = { title: 'Change who does this' }

type Props = { params: Promise<{ taskId: string }>; searchParams: Promise<{ returnTo?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const { taskId } = await params
  const returnTo = returnAddress((await searchParams).returnTo)
  const task = await pageRead((actor) => getTask(actor, taskId))
  return (
    <Main before={<BackLink href={returnTo}>Back to the list</BackLink>}>
      <ActionForm action={reassignTaskAction}>
        <h1>Change who does this</h1>
        <TaskSummary task={task} current="reassign" returnTo={returnTo} />
        <SubmissionId />
        <HiddenInput name="taskId" value={task.id} />
        <HiddenInput name="version" value={String(task.version)} />
        <HiddenInput name="returnTo" value={returnTo} />
        <Select
          name="owner"
          label="Who should do it?"
          value={task.ownerStaffId}
          options={[
            { value: '', label: 'The team, nobody in particular' },
            ...task.members.map((member) => ({ value: member.staffId, label: member.name })),
          ]}
        />
        <Button>Save owner</Button>
      </ActionForm>
      <h2>What happened so far</h2>
      <TaskHistory caption="Newest first" facts={task.history} />
    </Main>
  )
}
