import type { App } from 'electron'

/** Has something come to its end before the desk does; whatever comes of it, the desk ends then. */
export function stopBeforeQuit(app: Pick<App, 'on' | 'quit'>, stop: () => Promise<void>): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running'
  app.on('before-quit', event => {
    if (state === 'stopped') return
    event.preventDefault()
    if (state === 'stopping') return
    state = 'stopping'
    void stop()
      .catch(() => {})
      .finally(() => {
        state = 'stopped'
        app.quit()
      })
  })
}
