import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TagColour =
  'white' | 'grey' | 'green' | 'aqua-green' | 'blue' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow'

type Props = { colour?: TagColour; children: ReactNode }

/** A short state in words. For the state of tasks use `StatusTag`, whose words and colours are fixed. */
export function Tag({ colour, children }: Props) {
  return <strong className={classNames('nhsuk-tag', colour && `nhsuk-tag--${colour}`)}>{children}</strong>
}
