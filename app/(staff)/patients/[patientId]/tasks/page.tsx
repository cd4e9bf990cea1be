import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { TaskHistory } from '@/components/tasks/task-history'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import { getTasksOfPatient } from '@/lib/tasks/task-history'

export const metadata: Metadata = { title: 'What was done' }

type Props = { params: Promise<{ patientId: string }> }

export default async function TasksPage({ params }: Props) {
  const { patientId } = await params
  const facts = await pageRead((actor) => getTasksOfPatient(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <h1>What was done</h1>
      <p>
        What became of everything that your teams had open about this person: done, handed on, moved to
        another day, or closed, by whom and why.
      </p>
      {facts.length === 0 ? (
        <p>Nothing has been done, handed on, moved or closed yet.</p>
      ) : (
        <TaskHistory caption="Newest first" facts={facts} showTask />
      )}
    </Main>
  )
}
