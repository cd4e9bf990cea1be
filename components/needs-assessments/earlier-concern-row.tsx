import { HiddenInput } from '@/components/nhs/hidden-input'
import { Radios } from '@/components/nhs/radios'
import type { DraftConcern } from '@/lib/needs-assessments/draft-content'
import { EARLIER_ANSWER_LABELS, scoreInWords } from '@/lib/needs-assessments/labels'
import type { RecordingRows } from '@/lib/needs-assessments/recording-rows'
import { ConcernDetails } from './concern-details'
import { ConcernOrder } from './concern-order'

type Props = { concern: RecordingRows['earlier'][number]; typed: DraftConcern | undefined }

/** A concern of last time, with what was said then: the same, changed, or none any more. */
export function EarlierConcernRow({ concern, typed }: Props) {
  const { key, label } = concern
  const name = `concerns.${key}`
  return (
    <div className="group/earlier" data-concern={name} data-label={label}>
      {key.startsWith('other-') ? <HiddenInput name={`${name}.label`} value={label} /> : null}
      <Radios
        name={`${name}.change`}
        label={label}
        labelSize="s"
        hint={<LastTime concern={concern} />}
        value={typed?.change}
        small
        items={[
          { value: 'same', label: EARLIER_ANSWER_LABELS.same },
          {
            value: 'changed',
            label: EARLIER_ANSWER_LABELS.changed,
            conditional: <ConcernDetails name={name} label={label} typed={typed} />,
          },
          { value: 'no_longer', label: EARLIER_ANSWER_LABELS.no_longer },
        ]}
      />
      <div className="hidden group-has-[[value=changed]:checked]/earlier:block group-has-[[value=same]:checked]/earlier:block">
        <ConcernOrder name={name} label={label} typed={typed} />
      </div>
    </div>
  )
}

function LastTime({ concern: { score, ownWords, addedBy } }: Pick<Props, 'concern'>) {
  return (
    <>
      Last time: {scoreInWords(score).toLowerCase()}
      {addedBy === 'staff' ? ', added by staff' : ''}
      {ownWords ? (
        <>
          . <q>{ownWords}</q>
        </>
      ) : null}
    </>
  )
}
