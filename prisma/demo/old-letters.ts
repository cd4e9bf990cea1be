import { listLettersToPost } from '@/lib/messages/letters-to-post'
import { markLetterRead } from '@/lib/messages/mark-letter-read'
import { postLetters } from '@/lib/messages/post-letters'
import { listSentMessages } from '@/lib/messages/practice-queries'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { DEMO_TEAMS, type Crew, type DemoTeam } from './crew'

/** Letters are posted in a week; those of the last days wait. */
const POSTED_WITHIN_DAYS = 7
/** Practices read their letters in a week; those of the last days wait to be read. */
const READ_WITHIN_DAYS = 7
const PRACTITIONERS = ['priya', 'carol']

/** Stories of years wrote letters by themselves: they went by post at the time, and practices with an account read them. */
export async function dealWithOldLetters(crew: Crew, today: CalendarDate): Promise<void> {
  for (const team of DEMO_TEAMS) await postWritten(crew, team, addDays(today, -POSTED_WITHIN_DAYS))
  for (const name of PRACTITIONERS) await readWritten(crew, name, addDays(today, -READ_WITHIN_DAYS))
}

async function postWritten(crew: Crew, team: DemoTeam, before: CalendarDate): Promise<void> {
  const worker = crew.workerOf(team)
  for (let page = 1; ;) {
    const { letters, hasMore } = await listLettersToPost(worker, page)
    const letter = letters.filter(({ writtenOn }) => writtenOn < before).map(({ id }) => id)
    if (letter.length > 0) await postLetters(worker, { letter, postedOn: before })
    else if (!hasMore) return
    else page += 1
  }
}

async function readWritten(crew: Crew, name: string, before: CalendarDate): Promise<void> {
  const actor = crew.named(name)
  for (let page = 1; ; page += 1) {
    const { letters, hasMore } = await listSentMessages(actor, page)
    for (const { id, isRead, sentAt } of letters)
      if (!isRead && londonDate(sentAt) < before) await markLetterRead(actor, { messageId: id })
    if (!hasMore) return
  }
}
