import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'

interface Piece {
  readonly text: string
  /** A thing of its own, such as a tag: two of them side by side are parted by a comma. */
  readonly whole: boolean
}

/**
 * What a cell says, as one line of text: a list that goes to a file says what it said on the screen, without a second
 * wording of every column. Cells are drawn by functions without hooks.
 */
export function textOf(node: ReactNode): string {
  let said = ''
  let last: Piece | undefined
  for (const piece of piecesOf(node)) {
    if (piece.text.trim() === '') said += said.endsWith(' ') ? '' : ' '
    else {
      said += (last?.whole && piece.whole ? (said.endsWith(' ') ? '' : ', ') : '') + piece.text
      last = piece
    }
  }
  return said.replace(/\s+/g, ' ').trim()
}

function piecesOf(node: ReactNode): readonly Piece[] {
  if (typeof node === 'string' || typeof node === 'number') return [{ text: String(node), whole: false }]
  if (Array.isArray(node)) return node.flatMap(piecesOf)
  return isValidElement(node) ? piecesOfElement(node) : []
}

function piecesOfElement(element: ReactElement): readonly Piece[] {
  const { type, props }: { readonly type: unknown; readonly props: unknown } = element
  if (typeof type === 'function') return piecesOf((type as (props: unknown) => ReactNode)(props))
  const { children, 'aria-hidden': hidden } = props as { children?: ReactNode; 'aria-hidden'?: unknown }
  if (hidden === true || hidden === 'true') return []
  if (type === Fragment) return piecesOf(children)
  const text = textOf(children)
  return text === '' ? [] : [{ text, whole: true }]
}
