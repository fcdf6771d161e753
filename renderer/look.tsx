import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useDeskState } from './store/store.ts'

const renderer = createDOMRenderer(document)
const darkSystem = () => matchMedia('(prefers-color-scheme: dark)')
const fonts = { fontFamilyBase: '"Inter Variable", "Segoe UI", system-ui, sans-serif' }
const light = { ...webLightTheme, ...fonts }
const dark = { ...webDarkTheme, ...fonts }

function followSystem(listener: () => void): () => void {
  const system = darkSystem()
  system.addEventListener('change', listener)
  return () => system.removeEventListener('change', listener)
}

/** Light or dark, as the person chose or the system has it; Fluent's colours and ours go together. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { theme } = useDeskState(state => state.settings)
  const systemIsDark = useSyncExternalStore(followSystem, () => darkSystem().matches)
  const isDark = theme === 'system' ? systemIsDark : theme === 'dark'
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [isDark])
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={isDark ? dark : light} className="look">
        {children}
      </FluentProvider>
    </RendererProvider>
  )
}
