import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/lib/platform/env'
import type { Invited } from './invite-staff'
import { readCookie, removeCookie, writeCookie } from '@/lib/platform/cookies'

/** Time enough to copy it, and to load the page again by mistake. */
const MINUTES = 10
const NAME = 'alongside-shown-once'
const SALT = 'shown once'

const shownOnceSchema = z.object({
  kind: z.enum(['invitation', 'recovery_codes', 'document_link']),
  /** The member of staff, or the link, that it concerns. */
  aboutId: z.uuid(),
  /** The session that may see it. */
  sessionId: z.uuid(),
  lines: z.array(z.string()),
})

/** Something that was made just now, is stored only as a hash, and must be seen by the person who made it. */
export type ShownOnce = z.infer<typeof shownOnceSchema>

/** Carries it to the next page in an encrypted cookie of this browser, for a few minutes. It is stored nowhere. */
export async function showOnce(shown: ShownOnce): Promise<void> {
  const value = await encode({
    token: shown,
    secret: env().ALONGSIDE_SESSION_KEY,
    salt: SALT,
    maxAge: MINUTES * 60,
  })
  await writeCookie(NAME, value, MINUTES * 60)
}

/** Carries the secret of an invitation to the page of whoever was invited. A repeat has none to carry. */
export async function showInvitation(
  { sessionId }: { sessionId: string },
  { staffId, token }: Invited,
): Promise<void> {
  if (token) await showOnce({ kind: 'invitation', aboutId: staffId, sessionId, lines: [token] })
}

/** The lines to show about somebody or something in this session, or null. */
export async function findShownOnce(
  kind: ShownOnce['kind'],
  { aboutId, sessionId }: Pick<ShownOnce, 'aboutId' | 'sessionId'>,
): Promise<string[] | null> {
  const value = await readCookie(NAME)
  const shown = value ? await open(value) : null
  const isForHere = shown?.kind === kind && shown.aboutId === aboutId && shown.sessionId === sessionId
  return isForHere ? shown.lines : null
}

export async function forgetShownOnce(): Promise<void> {
  await removeCookie(NAME)
}

async function open(value: string): Promise<ShownOnce | null> {
  try {
    const payload = await decode({ token: value, secret: env().ALONGSIDE_SESSION_KEY, salt: SALT })
    return shownOnceSchema.safeParse(payload).data ?? null
  } catch {
    return null
  }
}
