import { isValidElement, type ReactNode } from 'react'

// In pixels, on both sides of a cell together.
const PADDING = 16
// In pixels at the size of the text: more than letters take on average, so that a person's own spacing of letters has room too.
const SMALL = 8
const LARGE = 11
// What is not Latin may be as wide as it is high, and more.
const OTHER = 20

/**
 * Whether what a cell holds has room in it for certain. A cell that may have to be cut costs the browser an area of its
 * own, more than its text does.
 */
export function fits(content: ReactNode, width: number): boolean {
  const text = textOf(content)
  if (text === null) return false
  let room = width - PADDING
  for (const letter of text) room -= widthOf(letter)
  return text === '' || room >= 0
}

function widthOf(letter: string): number {
  if (/[a-ln-vx-z0-9 .,:;'’()–-]/.test(letter)) return SMALL
  return letter < 'ɐ' ? LARGE : OTHER
}

/** Null: more than a text. */
function textOf(content: ReactNode): string | null {
  if (content === null || content === undefined) return ''
  if (typeof content === 'string') return content
  return isValidElement<{ children?: ReactNode }>(content) && content.type === 'span'
    ? textOf(content.props.children)
    : null
}
