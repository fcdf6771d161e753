import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'

/** Who asks, and on which device. */
export interface Session {
  readonly staffNumber: StaffNumber
  readonly device: string
  readonly tokenHash: Buffer
  readonly expiresAt: string
}

const COOKIE = 'desk-session'
const HOURS = 12

/** Signs a person in on a device: a random token in a cookie, of which the hub keeps only the hash. */
export async function startSession(
  { database: { db }, clock, random }: Hub,
  staffNumber: StaffNumber,
  device: string,
  reply: FastifyReply,
): Promise<void> {
  const token = random(32).toString('base64url')
  const now = clock()
  const expires = new Date(Date.parse(now) + HOURS * 3_600_000)
  await db.deleteFrom('session').where('expires_at', '<', now).execute()
  await db
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      staff_number: staffNumber,
      device,
      created_at: now,
      expires_at: expires.toISOString(),
    })
    .execute()
  reply.setCookie(COOKIE, token, { ...attributes, expires })
}

const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const

/** The session of a request; without one that holds now, `not-signed-in`, and of one that asks too often, no more. */
export async function sessionOf(
  { database: { db }, clock, admit }: Hub,
  request: FastifyRequest,
): Promise<Session> {
  const token = request.cookies[COOKIE]
  if (!token) throw new Refusal('not-signed-in')
  const found = await db
    .selectFrom('session')
    .select(['staff_number', 'device', 'token_hash', 'expires_at'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', clock())
    .executeTakeFirst()
  if (!found) throw new Refusal('not-signed-in')
  const staffNumber = found.staff_number as StaffNumber
  await admit(request, staffNumber)
  return {
    staffNumber,
    device: found.device,
    tokenHash: found.token_hash,
    expiresAt: found.expires_at,
  }
}

/** A desk says whose it is: in a browser the cookie may have become another person's while it was open (ACC-4, ACC-5). */
export function assertOwn({ staffNumber }: Session, desk: { readonly staffNumber: StaffNumber }): void {
  if (desk.staffNumber !== staffNumber) throw new Refusal('not-signed-in')
}

export async function endSession({ database: { db } }: Hub, session: Session, reply: FastifyReply) {
  await db.deleteFrom('session').where('token_hash', '=', session.tokenHash).execute()
  reply.clearCookie(COOKIE, attributes)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
