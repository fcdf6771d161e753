import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import {
  type ArgumentsOf,
  type ChannelName,
  channels,
  type Reply,
  type ResultOf,
  type WireName,
} from './contract.ts'
import { isOwn } from './page-address.ts'
import { failed } from './reply.ts'

export type Answer<Name extends ChannelName> = (...args: ArgumentsOf<Name>) => Promise<Reply<ResultOf<Name>>>

/** One answer for every channel of the contract: a channel without one does not compile. */
export type Answers = { readonly [Name in ChannelName]: Answer<Name> }

/** Answers every channel of the contract, and only to the desk's own page. */
export function answerChannels(ipcMain: Pick<IpcMain, 'handle'>, answers: Answers): void {
  for (const name of Object.keys(channels) as ChannelName[]) handle(ipcMain, name, answers)
}

function handle(ipcMain: Pick<IpcMain, 'handle'>, name: ChannelName, answers: Answers): void {
  const { arguments: form, result } = channels[name]
  // The table's type says that this answer takes what this form yields; that does not survive a choice by name.
  const answer = answers[name] as (...args: readonly unknown[]) => Promise<Reply<unknown>>
  ipcMain.handle(`desk:${name}` satisfies WireName, async (event, ...given: readonly unknown[]) => {
    if (!isFromPage(event)) return failed('foreign-sender')
    const args = form.safeParse(given)
    if (!args.success) return failed('bad-arguments')
    try {
      const reply = await answer(...args.data)
      return reply.kind === 'failed' || result.safeParse(reply.value).success ? reply : failed('bad-answer')
    } catch (problem) {
      // Which channel and what sort of error, never its words: they may hold somebody's data.
      console.error(`desk:${name} failed: ${problem instanceof Error ? problem.name : typeof problem}`)
      return failed('internal')
    }
  })
}

function isFromPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  if (!senderFrame || senderFrame.isDestroyed() || senderFrame.detached) return false
  return senderFrame.parent === null && isOwn(senderFrame.url)
}
