import type { Display, Screen } from 'electron'
import { strict } from './strict.ts'

const workArea = { x: 0, y: 0, width: 1920, height: 1040 }

export const screen = strict<Pick<Screen, 'getAllDisplays'>>('screen', {
  getAllDisplays: () => [strict('display', { workArea }) as Display],
})
