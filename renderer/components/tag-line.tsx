import { Tag, type TagTone } from './tag.tsx'

export interface TagWords {
  readonly tone: TagTone
  readonly words: string
}

interface TagLineProps {
  /** The weightiest first. */
  readonly tags: readonly TagWords[]
  /** How wide the cell is, in pixels; undefined: there is room for all of them. */
  readonly width: number | undefined
}

/** Tags side by side. Where there is no room for all of them the last are counted, and read out all the same. */
export function TagLine({ tags, width = Number.POSITIVE_INFINITY }: TagLineProps) {
  const shown = fitting(tags, width - PADDING)
  const rest = tags.slice(shown).map(({ words }) => words)
  return (
    <>
      {tags.map(({ tone, words }, place) => (
        <Tag key={words} tone={tone} isRest={place >= shown}>
          {words}
        </Tag>
      ))}
      {rest.length > 0 && (
        <span className="tag-more" aria-hidden="true" title={rest.join(', ')}>
          +{rest.length}
        </span>
      )}
    </>
  )
}

/** In pixels: a cell's edges, the count of the rest, a tag's edges with the gap before the next, and a letter. */
const PADDING = 16
const COUNT = 20
const EDGES = 21
const LETTER = 6.4

/** How many of them there is room for: all, or so many beside the count of the rest; the first always. */
function fitting(tags: readonly TagWords[], room: number): number {
  const width = (count: number) =>
    tags.slice(0, count).reduce((sum, { words }) => sum + words.length * LETTER + EDGES, 0)
  if (width(tags.length) <= room) return tags.length
  let count = Math.max(tags.length - 1, 1)
  while (count > 1 && width(count) + COUNT > room) count--
  return count
}
