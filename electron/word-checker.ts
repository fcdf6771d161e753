import type { Provider } from 'electron'
import type { Reply } from './contract.ts'
import { wordsToAsk } from './words-to-ask.ts'

/** Answers Electron about the words of what is being typed, by asking the main process. */
export const wordChecker = (
  ask: (words: readonly string[]) => Promise<Reply<readonly string[]>>,
): Provider => ({
  // Electron waits for each answer before its next question, and crashes when it is given a second one: once, whatever comes.
  spellCheck(words, answer) {
    const text = textInHand()
    const asked = text === null ? [] : wordsToAsk(words, text)
    if (asked.length === 0) return answer([])
    ask(asked)
      .catch(() => null)
      .then(reply => answer(reply?.kind === 'done' ? [...reply.value] : []))
  },
})

// Sentences are written in text areas. A single line holds names, numbers and what is searched for.
function textInHand(): string | null {
  const { activeElement } = document
  return activeElement instanceof HTMLTextAreaElement ? activeElement.value : null
}
