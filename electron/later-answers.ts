import { type HubAnswers, hubChannels } from './answers.ts'
import type { Reply } from './contract.ts'
import { failed } from './reply.ts'

type Asked = (...args: readonly unknown[]) => Promise<Reply<unknown>>

// An answer by name: that it takes what its channel takes does not survive a choice among all of them.
const answering = (answer: (name: keyof HubAnswers) => Asked) =>
  Object.fromEntries(hubChannels.map(name => [name, answer(name)])) as unknown as HubAnswers

/** Where there is no hub to be asked: nobody has said which, or the one of this computer did not start. */
export const noHub: HubAnswers = answering(() => async () => failed('no-hub'))

/** Answers as soon as there is what answers: the window does not wait for a hub that starts. */
export const whenThere = (ready: Promise<HubAnswers>): HubAnswers =>
  answering(
    name =>
      async (...args) =>
        ((await ready)[name] as Asked)(...args),
  )
