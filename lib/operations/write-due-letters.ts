import { writeDueLetters } from '@/lib/follow-up/write-due-letters'
import { logger } from '@/lib/platform/logger'

const log = logger('follow-up')

/** The nightly job: says how many letters and notices of follow-up were written. */
export async function writeLettersNightly(): Promise<void> {
  const written = await writeDueLetters({ job: 'write_letters' })
  log.info({ written }, 'wrote the letters of follow-up that were due')
}
