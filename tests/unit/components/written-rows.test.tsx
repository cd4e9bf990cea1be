import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RecordOpenTasks } from '@/components/patients/record-open-tasks'
import { WorklistRows } from '@/components/tasks/worklist-rows'
import type { OpenTask } from '@/lib/patients/record/open-tasks'
import type { WorklistRow } from '@/lib/tasks/worklist'

const TODAY = '2026-11-29'
const [patientId, taskId, staffId] = ['0190a1b2-0000-7000-8000-000000000001', 'task', 'me'] as const

const row: WorklistRow = {
  id: taskId,
  kind: 'record_assessment',
  detail: 'Pain & <b>fatigue</b>',
  due_on: '2026-11-20',
  subject_id: patientId,
  patient_id: patientId,
  nhs_number: '9990000018',
  title: null,
  given_name: '"><script>',
  family_name: "O'Neill",
  born_on: '1961-02-03',
  owner_id: 'somebody',
  owner_given_name: 'Ann',
  owner_family_name: '<Lee>',
}

const worklist = (change: Partial<WorklistRow>) =>
  renderToStaticMarkup(
    <WorklistRows
      rows={[{ ...row, ...change }]}
      today={TODAY}
      staffId={staffId}
      returnTo="/worklist?page=2"
    />,
  )

describe('a row of the worklist', () => {
  it('says who, what, when and whose, and shows as words whatever was typed', () => {
    const html = worklist({})
    expect(html).toContain('O&#39;NEILL, &quot;&gt;&lt;script&gt;</a>')
    expect(html).toContain('999 000 0018 Born 03-Feb-1961')
    expect(html).toContain('<p>Pain &amp; &lt;b&gt;fatigue&lt;/b&gt;</p>')
    expect(html).toContain('<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>')
    expect(html).toContain('Ann &lt;Lee&gt;<br>')
    expect(html).toContain('href="/worklist/task/reassign?returnTo=%2Fworklist%3Fpage%3D2"')
    expect(html).not.toMatch(/<(script|b|Lee)>/)
  })

  it('has the header of its row, and the name of the owner’s cell for small screens', () => {
    const html = worklist({ detail: null, owner_id: staffId })
    expect(html).toContain(`<th scope="row"><a href="/patients/${patientId}">`)
    expect(html).toContain('<td data-label="Owner">Me<br>')
    expect(html).not.toContain('<p>')
  })
})

const open: OpenTask = {
  id: taskId,
  act: 'Record <it>',
  detail: null,
  whose: 'Me & you',
  dueOn: '2026-12-20',
  href: null,
}

describe('what is open on a record', () => {
  const shown = (change: Partial<OpenTask>) =>
    renderToStaticMarkup(
      <RecordOpenTasks
        patientId={patientId}
        open={[{ ...open, ...change }]}
        mayReadTasks={false}
        today={TODAY}
      />,
    )

  it('leads to the page that meets it only where the actor may open that', () => {
    expect(shown({})).toContain('<th scope="row">Record &lt;it&gt;')
    expect(shown({ href: '/tasks/task' })).toContain(
      `<a href="/tasks/task?returnTo=%2Fpatients%2F${patientId}">Record &lt;it&gt;</a>`,
    )
  })

  it('marks what is overdue and nothing else', () => {
    expect(shown({})).not.toContain('nhsuk-tag')
    expect(shown({ dueOn: '2026-11-28', detail: 'Twice' })).toContain('nhsuk-tag--red">Overdue</strong>')
  })
})
