import { InsetText } from '@/components/nhs/inset-text'
import type { FrozenItem } from '@/lib/care-plans/frozen-plan'
import { scoreWords } from './score-words'

/** What the person said about the concern that a form is about. */
export function ConcernReminder({ concern }: { concern: FrozenItem['concern'] }) {
  return (
    <InsetText>
      <p>
        {concern.label}: {scoreWords(concern.score).toLowerCase()}
        {concern.addedBy === 'staff' ? ', added by staff' : null}
      </p>
      {concern.ownWords ? <p className="app-preserve-lines">“{concern.ownWords}”</p> : null}
    </InsetText>
  )
}
