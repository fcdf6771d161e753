import { z } from 'zod'
import { staffNumber } from '../domain/ids.ts'

/** Identifies the device, not the person: made once at random, no personal data. */
export const deviceId = z.uuid()

/** Signing in for demonstration: offered only by a hub that was started with `--demo`. */
export const demoSignIn = z.strictObject({ staffNumber, device: deviceId })

/** Signing in with the identity provider, in a browser. */
export const signInQuery = z.strictObject({ device: deviceId })

/** What a desktop application must know of the identity provider; the hub tells it. */
export const providerForDesks = z.object({ issuer: z.url(), client: z.string(), audience: z.string() })
export type ProviderForDesks = z.output<typeof providerForDesks>

/** How one can sign in: what the hub says of it to anybody. */
export const signInOffer = z.object({
  demo: z.boolean(),
  provider: z.object({ forDesks: providerForDesks.nullable() }).nullable(),
})

/** Why a browser came back without being signed in: what to say there. */
export const signInProblems = ['again', 'unknown', 'unreachable'] as const
export type SignInProblem = (typeof signInProblems)[number]

/** The same in a desktop application, which has been to the provider itself. */
export const tokenSignIn = z.strictObject({ accessToken: z.string().max(8192), device: deviceId })

export const demoSearch = z.strictObject({ words: z.string().max(100) })

export const sessionReply = z.object({
  staffNumber,
  name: z.string(),
  demo: z.boolean(),
  /** 32 bytes in base64 that seal what this person has not sent from this device. */
  deviceKey: z.string(),
  /** The same for the caseload that a browser keeps; another one after too long without contact. */
  cacheKey: z.string(),
  /** By which a page proves when a hand was last on it (see `hand.ts`); null: none is asked for. */
  handKey: z.string().nullable().default(null),
  /** After so long without a hand on it the desk locks itself. */
  idleSeconds: z.int().positive(),
  /** After so long from now one signs in again, whatever one did. */
  secondsLeft: z.int().nonnegative(),
})
export type SessionReply = z.output<typeof sessionReply>

/** One person to choose from at the demonstration sign-in. */
export const demoPerson = z.object({
  staffNumber,
  name: z.string(),
  roles: z.array(z.string()),
  team: z.string().nullable(),
})
export type DemoPerson = z.output<typeof demoPerson>
export const demoSearchReply = z.object({ people: z.array(demoPerson) })
