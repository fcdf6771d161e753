import { randomUUID } from 'node:crypto'
import type { CDPSession, Page } from '@playwright/test'
import type { ContextMenuParams } from 'electron'
import { fromChromium } from './addresses.ts'
import { type Asked, answerAsked } from './ipc-main.ts'
import { PRELOAD_WORLD, pageSide, preloadSide, RECEIVE, SEND } from './worlds.ts'

/** Sends a message into the preload's world of the document that is there now. */
export type Deliver = (message: object) => Promise<void>

type Sent = Asked | { readonly clicked: ContextMenuParams }

/** Runs a preload script in an isolated world of every document of a page, and carries what it asks to main. */
export async function runPreload(
  page: Page,
  preload: string,
  clicked: (params: ContextMenuParams) => void,
): Promise<Deliver> {
  const cdp = await page.context().newCDPSession(page)
  const secret = randomUUID()
  let current: number | undefined
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === PRELOAD_WORLD && context.auxData?.frameId === mainFrame) current = context.id
  })
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== SEND) return
    const sent: Sent = JSON.parse(payload)
    if ('clicked' in sent) return clicked(sent.clicked)
    void answerAsked(sent, fromChromium(page.url())).then(answered =>
      deliver(cdp, executionContextId, answered),
    )
  })
  await cdp.send('Page.enable')
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const mainFrame = frameTree.frame.id
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: SEND, executionContextName: PRELOAD_WORLD })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageSide(secret) })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: preloadSide(secret, preload),
    worldName: PRELOAD_WORLD,
  })
  return async message => {
    if (current !== undefined) await deliver(cdp, current, message)
  }
}

// A document that has gone meanwhile hears nothing, as in Electron.
async function deliver(cdp: CDPSession, executionContextId: number, message: object): Promise<void> {
  await cdp
    .send('Runtime.callFunctionOn', {
      functionDeclaration: `function (message) { globalThis.${RECEIVE}?.(message) }`,
      arguments: [{ value: message }],
      executionContextId,
    })
    .catch(() => {})
}
