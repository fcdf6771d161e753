import type { Consultation } from '../domain/incident.ts'
import type { Context } from './command.ts'

/** Who was consulted last: he authorises it, or whoever does has read what came of it (INC-16). */
export const consultedBy = ({ actor, now }: Context): Consultation => ({ by: actor, at: now })
