import { Checkboxes } from '@/components/nhs/checkboxes'
import { NumberInput } from '@/components/nhs/number-input'
import { TextArea } from '@/components/nhs/text-area'
import type { DraftConcern } from '@/lib/needs-assessments/draft-content'

type Props = { name: string; label: string; typed: DraftConcern | undefined }

/** Score, the person's words, and who brought it up. */
export function ConcernDetails({ name, label, typed }: Props) {
  const about = <span className="app-hidden"> about {label}</span>
  return (
    <>
      <NumberInput
        name={`${name}.score`}
        label={
          <>
            Score, 0 to 10<span className="app-hidden"> for {label}</span>
          </>
        }
        value={typed?.score}
        width={2}
      />
      <TextArea
        name={`${name}.ownWords`}
        label={<>In their own words{about}</>}
        value={typed?.ownWords}
        rows={2}
      />
      <Checkboxes
        name={`${name}.byStaff`}
        values={typed?.byStaff ? ['on'] : []}
        small
        items={[{ value: 'on', label: <>Added by staff, not by the person{about}</> }]}
      />
    </>
  )
}
