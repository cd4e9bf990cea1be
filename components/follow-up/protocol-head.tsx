import { SummaryList } from '@/components/nhs/summary-list'
import type { ProtocolPage } from '@/lib/follow-up/get-protocol'

/** What a protocol is about, before its values. */
export function ProtocolHead({ protocol }: Pick<ProtocolPage, 'protocol'>) {
  return (
    <SummaryList
      rows={[
        { label: 'State of the text', value: capital(protocol.approval) },
        { label: 'Treatment', value: protocol.treatmentGroup },
        { label: 'Cancers (ICD-10)', value: protocol.sites.join(', ') },
        { label: 'Counted from', value: protocol.anchor },
      ]}
    />
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
