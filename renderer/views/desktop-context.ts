import { createContext, use } from 'react'
import type { Desktop } from '../home/desktop.ts'

export const DesktopContext = createContext<Desktop | null>(null)

/** What the operating system does for the desk; null in a browser. */
export const useDesktop = (): Desktop | null => use(DesktopContext)
