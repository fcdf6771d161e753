import type { App } from 'electron'

/**
 * A connection from page to page asks no session and no policy of a page's. With this it goes over nothing but TCP or a
 * proxy, and tells nobody the addresses of this machine; Chromium knows no way to forbid it (docs/security.md).
 */
export function keepFromPeers(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) =>
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'),
  )
}
