import type { Session } from 'electron'
import { z } from 'zod'
import { hubScope } from './hub-scope.ts'

/** The hub's cookies in the memory of main, which is the only process that ever has them. */
export const savedCookies = z.strictObject({
  /** Whose they are: the scope of the hub. */
  hub: z.string(),
  cookies: z.array(
    z.strictObject({ name: z.string(), value: z.string(), expirationDate: z.number().nullable() }),
  ),
})
export type SavedCookies = z.output<typeof savedCookies>

type Jar = Pick<Session, 'cookies'>

/** What is to be sealed, so that a desk that is started again is still signed in. */
export async function saveCookies({ cookies }: Jar, hub: URL): Promise<SavedCookies> {
  const all = await cookies.get({ url: hub.href })
  return {
    hub: hubScope(hub),
    cookies: all.map(({ name, value, expirationDate }) => ({
      name,
      value,
      expirationDate: expirationDate ?? null,
    })),
  }
}

/** Gives the cookies back to the hub that they came from, and to no other. */
export async function restoreCookies({ cookies }: Jar, hub: URL, saved: SavedCookies): Promise<void> {
  if (saved.hub !== hubScope(hub)) return
  for (const { name, value, expirationDate } of saved.cookies) {
    const cookie = { url: hub.href, name, value, path: '/', httpOnly: true, sameSite: 'strict' } as const
    // One that has expired meanwhile is not taken: then the hub asks to sign in again.
    await cookies.set(expirationDate === null ? cookie : { ...cookie, expirationDate }).catch(() => {})
  }
}

export async function forgetCookies({ cookies }: Jar, hub: URL): Promise<void> {
  for (const { name } of await cookies.get({ url: hub.href })) await cookies.remove(hub.href, name)
}
