import type { ReactNode } from 'react'
import { Main } from '@/components/nhs/main'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { CalendarDate } from '@/lib/nhs/calendar-date'

type Props = { before: ReactNode; diedOn: CalendarDate }

/** In place of a form about the plan of somebody who has died, which could not be saved. */
export function PlanAfterDeath({ before, diedOn }: Props) {
  return (
    <Main before={before}>
      <h1>The plan stays as it was</h1>
      <p>This person died on {formatDateForStaff(diedOn)}, so their plan cannot be changed.</p>
    </Main>
  )
}
