import type { App, Session } from 'electron'

/**
 * The desk shows nobody a certificate or a password of its user's, and believes no certificate that the system does
 * not. Electron would do the same by itself today; here it is said.
 */
export function showNoCredentials(app: Pick<App, 'on'>): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault()
    callback(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _certificates, callback) => {
    event.preventDefault()
    callback()
  })
  app.on('login', (event, _contents, _details, _authentication, callback) => {
    event.preventDefault()
    callback()
  })
}

/**
 * Windows signs a person in to whatever calls itself a server of its intranet, without asking. With a list of servers
 * it does so for those only, and nobody is of this one. It holds for all sessions.
 */
export function vouchToNobody(session: Pick<Session, 'allowNTLMCredentialsForDomains'>): void {
  session.allowNTLMCredentialsForDomains('nobody.invalid')
}
