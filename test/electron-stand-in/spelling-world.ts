/**
 * What Chromium does in a preload's world with the words of a text field: as Blink, it asks about a text when the last
 * was answered, and remembers what was called wrong; a right click is told to main with the word under it.
 */
export const spellingSide = (send: string) => `
  let provider = null, wrong = new Set(), isAsking = false, later = null, at = null
  const fieldOf = element =>
    (element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')) ? element : null
  const wordsOf = text => [...text.matchAll(/[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*/gu)]
  const check = field => {
    if (isAsking) { later = field; return }
    const words = [...new Set(wordsOf(field.value).map(([word]) => word))].sort()
    if (provider === null || words.length === 0) return
    isAsking = true
    let answers = 0
    provider.spellCheck(words, misspelt => {
      if (++answers > 1) throw new Error('Electron crashes when it is answered twice.')
      wrong = new Set(misspelt)
      isAsking = false
      const next = later
      later = null
      if (next) check(next)
    })
  }
  document.addEventListener('input', ({ target }) => {
    const field = fieldOf(target)
    if (field?.spellcheck) check(field)
  })
  addEventListener('contextmenu', event => {
    if (event.defaultPrevented) return
    const field = fieldOf(event.target)
    const found = field && wordsOf(field.value).find(
      ({ 0: word, index }) => index <= field.selectionStart && field.selectionStart <= index + word.length)
    at = found && { field, from: found.index, to: found.index + found[0].length }
    globalThis.${send}(JSON.stringify({ clicked: {
      misspelledWord: found && wrong.has(found[0]) ? found[0] : '',
      isEditable: field !== null,
      selectionText: String(getSelection()),
      editFlags: { canCut: true, canCopy: true, canPaste: true, canSelectAll: true },
    } }))
  })
  const replaceMisspelling = text => {
    at.field.focus()
    at.field.setSelectionRange(at.from, at.to)
    document.execCommand('insertText', false, text)
  }
  const webFrame = strict('webFrame', {
    setSpellCheckProvider(language, given) {
      provider = given
    },
  })
`
