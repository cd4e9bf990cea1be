import { Radios } from '@/components/nhs/radios'
import type { TestToAnswer } from '@/lib/results/test-choice'
import { testWords } from './result-facts'

/** Which test of follow-up a result answers: what its date says, unless somebody chooses. Nothing where none waits. */
export function AnswersFields({ tests }: { tests: readonly TestToAnswer[] }) {
  if (tests.length === 0) return null
  return (
    <Radios
      name="answers"
      label="Which test of follow-up does it answer?"
      value="by_date"
      items={[
        { value: 'by_date', label: 'The one that its date says' },
        ...tests.map((test) => ({ value: test.id, label: testWords(test) })),
        { value: 'none', label: 'None of these', hint: 'It is reviewed and told by itself' },
      ]}
    />
  )
}
