import { routes } from '@/lib/platform/routes'
import { clinician, pressing, type AccessiblePage } from './accessible-page'

/** The worklist, and what is done to its tasks. */
export const WORKLIST_PAGES: readonly AccessiblePage[] = [
  { route: '/worklist', by: clinician, address: routes.worklist },
  { route: '/worklist', showing: 'nothing', by: clinician, address: () => `${routes.worklist()}?page=99` },
  {
    route: '/worklist/[taskId]/reassign',
    by: clinician,
    address: ({ taskId }) => routes.reassignTask(taskId),
  },
  {
    route: '/worklist/[taskId]/postpone',
    by: clinician,
    address: ({ taskId }) => routes.postponeTask(taskId),
    mistake: pressing('Postpone'),
  },
  {
    route: '/worklist/[taskId]/close',
    by: clinician,
    address: ({ taskId }) => routes.closeTask(taskId),
    mistake: pressing('Close task'),
  },
]
