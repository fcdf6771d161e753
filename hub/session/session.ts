import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { logPerson } from '../operations/person-mark.ts'
import { leasedKey } from './device-keys.ts'
import { assertHand, type Hand, newHand } from './hand.ts'

/** Who asks, and on which device. */
export interface Session {
  readonly staffNumber: StaffNumber
  readonly device: string
  readonly tokenHash: Buffer
  readonly expiresAt: string
  /** Null: a program's. */
  readonly hand: Hand | null
}

/** What keeps the session: a page, whose end the hub does not hear of, or a program with an idle lock of its own. */
export type Keeper = 'page' | 'program'

/** Browsers name a page's origin with what it sends; programs name none. */
export const keeperOf = ({ headers }: FastifyRequest): Keeper =>
  headers.origin === undefined ? 'program' : 'page'

const COOKIE = 'desk-session'

// A device is noted as seen no oftener: a pull a minute is no reason to write one.
const NOTED = 10 * 60_000

/** Signs a person in on a device: a random token in a cookie, of which the hub keeps only the hash. */
export async function startSession(
  hub: Hub,
  staffNumber: StaffNumber,
  device: string,
  keeper: Keeper,
  reply: FastifyReply,
): Promise<Pick<Session, 'device' | 'expiresAt' | 'hand'>> {
  const { database, clock, random, session } = hub
  const { db } = database
  const token = random(32).toString('base64url')
  const now = clock()
  const expires = new Date(Date.parse(now) + session.hours * 3_600_000)
  const hand = keeper === 'page' ? newHand(hub) : null
  await db.deleteFrom('session').where('expires_at', '<', now).execute()
  await db
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      staff_number: staffNumber,
      device,
      created_at: now,
      expires_at: expires.toISOString(),
      hand_key: hand?.key ?? null,
      last_hand: hand?.last ?? null,
    })
    .execute()
  reply.setCookie(COOKIE, token, { ...attributes, expires })
  await logPerson(hub, 'info', staffNumber, 'Somebody signed in.')
  return { device, expiresAt: expires.toISOString(), hand }
}

const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const

/**
 * The session of a request; without one that holds now, or with nobody's hand on its desk, `not-signed-in`, on a
 * device that is to be wiped, `wiped`, and of one that asks too often, no more.
 */
export async function sessionOf(hub: Hub, request: FastifyRequest): Promise<Session> {
  const session = await sessionToEnd(hub, request)
  await assertHand(hub, session, request)
  const now = hub.clock()
  if (Date.parse(now) - Date.parse(session.lastSeen ?? now) > NOTED) await noteSeen(hub, session)
  return session
}

/** The same for who only wants it ended, however long nobody was there. */
export async function sessionToEnd(hub: Hub, request: FastifyRequest) {
  const token = request.cookies[COOKIE]
  if (!token) throw new Refusal('not-signed-in')
  // What a session gives is for the desk's own requests: nobody reads it in the address bar.
  if (request.headers['sec-fetch-mode'] === 'navigate') throw new Refusal('not-allowed')
  const found = await findSession(hub, hashOf(token))
  if (!found) throw new Refusal('not-signed-in')
  if (found.wiped) throw new Refusal('wiped')
  const staffNumber = found.staff_number as StaffNumber
  await hub.admit(request, staffNumber)
  const { hand_key: key, last_hand: last } = found
  return {
    staffNumber,
    device: found.device,
    tokenHash: found.token_hash,
    expiresAt: found.expires_at,
    hand: key && last !== null ? { key, last } : null,
    lastSeen: found.last_seen,
  } satisfies Session & { lastSeen: string | null }
}

function findSession({ database: { db }, clock }: Hub, tokenHash: Buffer) {
  return (
    db
      .selectFrom('session as s')
      .leftJoin('device_key as d', join =>
        join.onRef('d.staff_number', '=', 's.staff_number').onRef('d.device', '=', 's.device'),
      )
      .select(['s.staff_number', 's.device', 's.token_hash', 's.expires_at', 'd.last_seen'])
      .select(['s.hand_key', 's.last_hand'])
      // Of the device, not of him on it: who never worked there is told so as well.
      .select(eb =>
        eb
          .exists(
            eb
              .selectFrom('device_key as w')
              .select('w.device')
              .whereRef('w.device', '=', 's.device')
              .where('w.wiped_at', 'is not', null),
          )
          .as('wiped'),
      )
      .where('s.token_hash', '=', tokenHash)
      .where('s.expires_at', '>', clock())
      .executeTakeFirst()
  )
}

// A browser that comes back from the identity provider is seen here first: after too long the key of what it kept is
// another one from here on too.
async function noteSeen(hub: Hub, { staffNumber, device }: Session): Promise<void> {
  const now = hub.clock()
  await sql`
    UPDATE device_key SET last_seen = ${now}::timestamptz,
      cache_key = ${leasedKey(now, hub.random(32))}
    WHERE staff_number = ${staffNumber} AND device = ${device}::uuid`.execute(hub.database.db)
}

/** A desk says whose it is: in a browser the cookie may have become another person's while it was open (ACC-4, ACC-5). */
export function assertOwn({ staffNumber }: Session, desk: { readonly staffNumber: StaffNumber }): void {
  if (desk.staffNumber !== staffNumber) throw new Refusal('not-signed-in')
}

export async function endSession(hub: Hub, session: Session, reply: FastifyReply) {
  await hub.database.db.deleteFrom('session').where('token_hash', '=', session.tokenHash).execute()
  reply.clearCookie(COOKIE, attributes)
  await logPerson(hub, 'info', session.staffNumber, 'Somebody signed out.')
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
