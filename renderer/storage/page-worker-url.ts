import address from './page-worker.ts?worker&url'

// Not in the library's types yet.
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}

let made: string | undefined

/** The one script that may run beside the page: the content security policy takes it from this policy only. */
export function pageWorkerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  made ??= trustedTypes
    ?.createPolicy('desk-worker', { createScriptURL: () => address })
    .createScriptURL(address)
  return made ?? address
}
