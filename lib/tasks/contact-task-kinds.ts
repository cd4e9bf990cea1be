import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { isAnswered, type TaskDeclaration } from './task-declaration'

const PAGE: TaskDeclaration['page'] = ({ patientId, subjectId }) => routes.contact(patientId, subjectId)

const SOMEBODY_WAITS = {
  ...isAnswered(
    'Somebody waits for an answer. Open it and say what was decided, or that nothing is needed and why',
  ),
  postponing: {
    means: 'refused',
    words:
      'The caller was promised an answer by then. Ring them; if nobody answers, open it and say so, with the day of the next try',
  },
  reassigning: 'stands_alone',
} as const satisfies Partial<TaskDeclaration>

/** Of contacts: somebody got in touch and waits. */
export const CONTACT_TASK_KINDS = {
  answer_contact: {
    act: 'Answer somebody who got in touch',
    worker: 'hospital',
    openedBy: ['record-contact', 'answer-contact'],
    metBy: ['answer-contact'],
    page: PAGE,
    ...SOMEBODY_WAITS,
  },
  escalate_contact: {
    act: 'Have a clinician look: a contact has no answer',
    worker: 'hospital',
    openedBy: ['record-contact'],
    metBy: ['answer-contact'],
    page: PAGE,
    ...SOMEBODY_WAITS,
  },
  see_after_contact: {
    act: 'See the person who got in touch',
    worker: 'hospital',
    openedBy: ['answer-contact', 'record-contact', 'change-appointment'],
    metBy: ['change-appointment'],
    page: PAGE,
    ...isAnswered(
      'An appointment was promised. Open it and say that the person was seen, or that it is not needed and why',
    ),
    postponing: {
      means: 'refused',
      words: 'An appointment was promised for that day. Open it and move the appointment, with the reason',
    },
    reassigning: 'stands_alone',
  },
} satisfies Partial<Record<TaskKind, TaskDeclaration>>
