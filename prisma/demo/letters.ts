import { writeLetter } from '@/lib/messages/write-letter'
import type { Scene } from './scene'

/** The support worker writes to the person; the letter waits to be posted. */
export async function letterWritten(
  scene: Scene,
  daysAgo: number,
  heading: string,
  body: string,
): Promise<void> {
  const { patientId, worker } = scene
  await scene.on(daysAgo, () => writeLetter(worker, { patientId, recipient: 'person', heading, body }))
}
