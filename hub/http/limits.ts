import { getHeapStatistics } from 'node:v8'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import { Refusal } from './refusal.ts'

/** How many requests a minute the hub takes. */
export interface Limits {
  /** From one address; many people may sit behind one. */
  readonly address: number
  /** Of one person, from wherever. */
  readonly person: number
  /** How far, in milliseconds, the hub may lag behind before it turns everybody away; 0: however far. */
  readonly lag: number
  /** How much of the memory that it may have can be in use before the same, from 0 to 1. */
  readonly heap: number
}

/** A first sync of 50,000 case groups takes some 70 requests, a busy day a few a second. */
export const usualLimits: Limits = { address: 6000, person: 1200, lag: 1000, heap: 0.9 }

/** Counts a request of somebody; one too many is refused. */
export type Admit = (request: FastifyRequest, staffNumber: StaffNumber) => Promise<void>

const MINUTE = 60_000

/** Turns away who asks too often, and everybody while the hub itself cannot keep up. */
export async function limit(app: FastifyInstance, { address, person, lag, heap }: Limits): Promise<Admit> {
  await app.register(underPressure, {
    maxEventLoopDelay: lag,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * heap,
    pressureHandler: () => {
      throw new Refusal('busy')
    },
  })
  await app.register(rateLimit, {
    max: address,
    timeWindow: MINUTE,
    errorResponseBuilder: () => new Refusal('too-many-requests'),
    // What is left is nobody's business but ours; when to come again is said with the refusal.
    addHeaders: quiet,
    addHeadersOnExceeding: quiet,
  })
  const ofPerson = new WeakMap<FastifyRequest, StaffNumber>()
  const count = app.createRateLimit({
    max: person,
    timeWindow: MINUTE,
    keyGenerator: request => `person ${ofPerson.get(request) ?? ''}`,
  })
  return async (request, staffNumber) => {
    ofPerson.set(request, staffNumber)
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded) throw new Refusal('too-many-requests')
  }
}

const quiet = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
}
