import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { isAnswered, MOVES_ALONE, type TaskDeclaration } from './task-declaration'

/** Of letters that the team posts itself, and of messages that did not arrive. */
export const MESSAGE_TASK_KINDS = {
  post_letter: {
    act: 'Print and post a letter',
    worker: 'hospital',
    openedBy: [
      'write-letter',
      'record-test-step',
      'tell-result',
      'tell-results',
      'change-pathway',
      'decide-follow-up',
    ],
    metBy: ['post-letters', 'withdraw-message'],
    page: ({ patientId, subjectId }) => routes.message(patientId, subjectId),
    ...MOVES_ALONE,
    ...isAnswered('A letter is written and waits. Open it and mark it as posted, or withdraw it and say why'),
  },
  settle_message: {
    act: 'Find another way: a message did not arrive',
    worker: 'hospital',
    openedBy: ['post-letters', 'write-letter', 'deliver-message', 'record-test-step', 'correct-death'],
    metBy: ['settle-message', 'withdraw-message'],
    page: ({ patientId, subjectId }) => routes.message(patientId, subjectId),
    ...MOVES_ALONE,
    ...isAnswered(
      'Nobody knows whether the person was reached. Open it and say how they were told, or why nothing more is needed',
    ),
  },
  read_letter: {
    act: 'Read a letter from a hospital team',
    worker: 'practice',
    openedBy: [
      'write-letter',
      'record-test-step',
      'tell-result',
      'tell-results',
      'change-pathway',
      'decide-follow-up',
    ],
    metBy: ['mark-letter-read'],
    page: ({ subjectId }) => routes.sentMessage(subjectId),
    ...MOVES_ALONE,
    ...isAnswered('The letter says when your practice has read it. Open it and mark it as read'),
  },
} satisfies Partial<Record<TaskKind, TaskDeclaration>>
