import type { Page, Request as PageRequest, Route } from '@playwright/test'
import { fromChromium } from './addresses.ts'
import type { KnownEvents } from './known-events.ts'
import { answerOf } from './protocol.ts'
import { isLetThrough } from './session.ts'

export type ContentsEvents = KnownEvents<
  | 'will-navigate'
  | 'will-frame-navigate'
  | 'will-redirect'
  | 'will-attach-webview'
  | 'did-start-navigation'
  | 'did-finish-load'
  | 'context-menu'
>

/** Every request of a page: navigations are told and may be prevented, the app's scheme is answered by its handler. */
export async function guardRequests(page: Page, events: ContentsEvents): Promise<void> {
  // A glob for https does not match these (seen with Playwright 1.65): a predicate does.
  await page.route(
    () => true,
    async route => {
      const request = route.request()
      if (request.isNavigationRequest() && isPrevented(page, request, events)) return route.abort('aborted')
      return answer(route, request)
    },
  )
}

function isPrevented(page: Page, request: PageRequest, events: ContentsEvents): boolean {
  const isMainFrame = request.frame() === page.mainFrame()
  const details = { url: fromChromium(request.url()), isMainFrame, isSameDocument: false }
  let prevented = false
  const event = {
    ...details,
    preventDefault: () => {
      prevented = true
    },
  }
  if (request.redirectedFrom()) events.emit('will-redirect', event)
  if (isMainFrame) events.emit('will-navigate', event)
  events.emit('will-frame-navigate', event)
  if (!prevented) events.emit('did-start-navigation', event)
  return prevented
}

async function answer(route: Route, request: PageRequest): Promise<void> {
  const url = fromChromium(request.url())
  if (!isLetThrough(url)) return route.abort('blockedbyclient')
  const response = await answerOf(new Request(url, { method: request.method() }))
  if (!response) return route.continue()
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}
