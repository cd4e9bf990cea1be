import 'server-only'
import { cookies } from 'next/headers'
import { env } from './env'

/** Over https only, unless the service itself is reached without it. */
function isSecure(): boolean {
  return env().ALONGSIDE_ORIGIN?.startsWith('https://') ?? false
}

/** Bound to this host and to https by its prefix, where there is https. */
function fullName(name: string): string {
  return isSecure() ? `__Host-${name}` : name
}

export async function readCookie(name: string): Promise<string | undefined> {
  return (await cookies()).get(fullName(name))?.value
}

/** @param maxAge seconds; without it the cookie goes when the browser does */
export async function writeCookie(name: string, value: string, maxAge?: number): Promise<void> {
  const jar = await cookies()
  jar.set(fullName(name), value, { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge })
}

/** A browser lets go of a `__Host-` cookie only if told with the attributes it was set with. */
export async function removeCookie(name: string): Promise<void> {
  await writeCookie(name, '', 0)
}
