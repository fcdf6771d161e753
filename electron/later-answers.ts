import type { HubAnswers } from './answers.ts'
import { failed } from './reply.ts'

const none = async () => failed('no-hub')

/** Where there is no hub to be asked: nobody has said which, or the one of this computer did not start. */
export const noHub: HubAnswers = {
  identity: none,
  signIn: none,
  signInWithProvider: none,
  signOut: none,
  noteHand: none,
  request: none,
  watchPokes: none,
  unwatchPokes: none,
  outboxLoad: none,
  outboxPut: none,
  outboxRemove: none,
  outboxCount: none,
}

/** Answers as soon as there is what answers: the window does not wait for a hub that starts. */
export const whenThere = (ready: Promise<HubAnswers>): HubAnswers => ({
  identity: async () => (await ready).identity(),
  signIn: async (...args) => (await ready).signIn(...args),
  signInWithProvider: async () => (await ready).signInWithProvider(),
  signOut: async () => (await ready).signOut(),
  noteHand: async () => (await ready).noteHand(),
  request: async (...args) => (await ready).request(...args),
  watchPokes: async (...args) => (await ready).watchPokes(...args),
  unwatchPokes: async (...args) => (await ready).unwatchPokes(...args),
  outboxLoad: async (...args) => (await ready).outboxLoad(...args),
  outboxPut: async (...args) => (await ready).outboxPut(...args),
  outboxRemove: async (...args) => (await ready).outboxRemove(...args),
  outboxCount: async (...args) => (await ready).outboxCount(...args),
})
