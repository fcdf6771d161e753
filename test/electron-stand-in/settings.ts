/** How a test wants the stand-in to behave; told by the environment, because the desk runs in a process of its own. */
export interface Settings {
  readonly chromium: string
  /** The file that plays the operating system's key store. */
  readonly keyring: string
  readonly keyStore: 'working' | 'unavailable' | 'basic_text'
}

const VARIABLE = 'ELECTRON_STAND_IN'

export const settingsAsEnvironment = (settings: Settings) => ({ [VARIABLE]: JSON.stringify(settings) })

export function settings(): Settings {
  const given = process.env[VARIABLE]
  if (!given) throw new Error('The stand-in for Electron is started by launch.ts.')
  return JSON.parse(given)
}
