import { createContext, use } from 'react'

export const ChangeHubContext = createContext<(() => void) | null>(null)

/** Opens the choice of a hub; null where there is none: a browser's page is its hub's own. */
export const useChangeHub = (): (() => void) | null => use(ChangeHubContext)
