import type { App, Event, WebContents } from 'electron'
import { isPage } from './page-address.ts'

/** Keeps every web contents there is, or ever will be, on the desk's page. */
export function keepOnPage(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

function guard(contents: Guarded): void {
  // A reload asks too: it goes to the page that is there.
  contents.on('will-navigate', details => unless(isPage(details.url), details))
  contents.on('will-frame-navigate', details => unless(details.isMainFrame && isPage(details.url), details))
  contents.on('will-redirect', details => details.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function unless(allowed: boolean, event: Pick<Event, 'preventDefault'>): void {
  if (!allowed) event.preventDefault()
}
