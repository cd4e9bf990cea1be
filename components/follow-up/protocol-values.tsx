import { Table } from '@/components/nhs/table'
import { Tag } from '@/components/nhs/tag'
import type { SectionInWords } from '@/lib/follow-up/protocol-in-words'
import { CONFIDENCE_LABELS } from '@/lib/follow-up/protocol-labels'

/** Every value of a protocol with what it rests on and how sure that is. */
export function ProtocolValues({ sections }: { sections: readonly SectionInWords[] }) {
  return sections.map(({ heading, values }) => (
    <Table
      key={heading}
      caption={heading}
      captionSize="m"
      compact
      responsive
      firstCellIsHeader
      columns={[{ label: 'What' }, { label: 'Value' }, { label: 'Rests on' }, { label: 'How sure' }]}
      rows={values.map(({ what, value, source, confidence }) => ({
        key: what,
        cells: [
          what,
          value,
          source,
          <Tag key="sure" colour={CONFIDENCE_LABELS[confidence].colour}>
            {CONFIDENCE_LABELS[confidence].label}
          </Tag>,
        ],
      }))}
    />
  ))
}
