import type { Dialog } from 'electron'
import { strict } from './strict.ts'

let agrees = false
const questions: string[] = []

/** What the person will answer to whichever dialog asks him something: its first button, or that he thought better. */
export function agree(to: boolean): void {
  agrees = to
}

export const askedQuestions = (): readonly string[] => questions

let answer: string | null = null
const asked: string[] = []

/** What the person will answer to whichever dialog asks where; null: that he thought better of it. */
export function answerDialogs(file: string | null): void {
  answer = file
}

/** The names under which something was about to be saved. */
export const askedNames = (): readonly string[] => asked

export const dialog = strict<Pick<Dialog, 'showErrorBox' | 'showSaveDialog' | 'showMessageBox'>>('dialog', {
  showErrorBox: (title, content) => console.error(`${title}: ${content}`),
  showMessageBox: (async (
    _window: unknown,
    { message, cancelId = 0 }: { readonly message: string; readonly cancelId?: number },
  ) => {
    questions.push(message)
    return { response: agrees ? 0 : cancelId, checkboxChecked: false }
  }) as Dialog['showMessageBox'],
  showSaveDialog: (async (_window: unknown, options: { readonly defaultPath?: string }) => {
    asked.push(options.defaultPath ?? '')
    return { canceled: answer === null, filePath: answer ?? '' }
  }) as Dialog['showSaveDialog'],
})
