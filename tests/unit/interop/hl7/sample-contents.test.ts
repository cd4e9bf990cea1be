import { expect, it } from 'vitest'
import { FrameDecoder, framed } from '@/lib/interop/hl7/frame-decoder'
import { receiveMessage } from '@/lib/interop/hl7/receive-message'
import { isReleasable } from '@/lib/interop/hl7/result-status'
import { SAMPLE_EXPECTATIONS } from '@/tests/data/hl7-sample-expectations'
import { hl7Samples } from '@/tests/support/interop-samples'

/** How many results by status, how many of them could be shown to a patient, and in which units. */
const contentOf = (bytes: Uint8Array) => {
  const [frame] = new FrameDecoder().push(framed(bytes))
  if (frame?.kind !== 'message') return null
  const received = receiveMessage(frame.bytes, { processingIds: ['P', 'T', 'D'] })
  if (received.kind !== 'accepted' || received.content.kind !== 'results') return null
  const results = received.content.reports.flatMap(({ status: report, observations }) =>
    observations.map(({ status, unit }) => ({ status, unit, shown: isReleasable(report, status) })),
  )
  const byStatus = Map.groupBy(results, ({ status }) => status)
  return {
    observations: Object.fromEntries([...byStatus].map(([status, all]) => [status, all.length])),
    releasable: results.filter(({ shown }) => shown).length,
    units: [...new Set(results.flatMap(({ unit }) => unit || []))],
  }
}

it('the samples beside the project hold the results that they were said to hold, where they are there', () => {
  const wrong: unknown[] = []
  for (const [sample, bytes] of hl7Samples()) {
    const { observations, releasable, units } = SAMPLE_EXPECTATIONS[sample] ?? {}
    const wanted = observations ? { observations, releasable, units } : null
    const found = contentOf(bytes)
    try {
      expect(found).toEqual(wanted)
    } catch {
      wrong.push({ sample, wanted, found })
    }
  }
  expect(wrong).toEqual([])
})
