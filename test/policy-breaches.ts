import type { BrowserContext, ConsoleMessage } from '@playwright/test'

const heard: string[] = []

/** Listens for what the content security policy or Trusted Types block: the browser says it in words. */
export function hearBreaches(context: BrowserContext): void {
  context.on('console', message => isBreach(message) && heard.push(message.text()))
}

/** What was heard since the last question. */
export const breachesHeard = (): readonly string[] => heard.splice(0)

const isBreach = (message: ConsoleMessage) =>
  message.type() === 'error' && /Content Security Policy|TrustedScript|TrustedHTML/i.test(message.text())
