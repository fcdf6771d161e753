import type { Dialog } from 'electron'
import { strict } from './strict.ts'

let answer: string | null = null
const asked: string[] = []

/** What the person will answer to whichever dialog asks where; null: that he thought better of it. */
export function answerDialogs(file: string | null): void {
  answer = file
}

/** The names under which something was about to be saved. */
export const askedNames = (): readonly string[] => asked

export const dialog = strict<Pick<Dialog, 'showErrorBox' | 'showSaveDialog'>>('dialog', {
  showErrorBox: (title, content) => console.error(`${title}: ${content}`),
  showSaveDialog: (async (_window: unknown, options: { readonly defaultPath?: string }) => {
    asked.push(options.defaultPath ?? '')
    return { canceled: answer === null, filePath: answer ?? '' }
  }) as Dialog['showSaveDialog'],
})
