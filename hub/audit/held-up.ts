import { Refusal } from '../import/refusal.ts'

/** Refused because a file does not answer; the process that asked it does not end by itself. */
export class HeldUp extends Refusal {}
