import { configure } from '@testing-library/dom'
import { afterEach, vi } from 'vitest'

// A whole desk is drawn at each key; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 20_000 })

// The next file has the same page, and the same modules.
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  if (typeof window === 'undefined') return
  localStorage.clear()
  sessionStorage.clear()
  location.hash = ''
})
