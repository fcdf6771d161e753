import { Tag, type TagTone } from './tag.tsx'

export interface TagWords {
  readonly tone: TagTone
  readonly words: string
}

/** The room of a column in pixels: in a laptop's window, and in one of 1900 pixels and more. */
export interface TagRoom {
  readonly laptop: number
  readonly wide: number
}

interface TagLineProps {
  /** The weightiest first. */
  readonly tags: readonly TagWords[]
  readonly room: TagRoom
}

/** Tags side by side. Where there is no room for all of them the last are counted, and read out all the same. */
export function TagLine({ tags, room }: TagLineProps) {
  const laptop = fitting(tags, room.laptop)
  const wide = fitting(tags, room.wide)
  return (
    <>
      {tags.map(({ tone, words }, place) => (
        <Tag key={words} tone={tone} leftOut={{ laptop: place >= laptop, wide: place >= wide }}>
          {words}
        </Tag>
      ))}
      <More tags={tags.slice(laptop)} where="laptop" />
      <More tags={tags.slice(wide)} where="wide" />
    </>
  )
}

interface MoreProps {
  readonly tags: readonly TagWords[]
  readonly where: keyof TagRoom
}

function More({ tags, where }: MoreProps) {
  if (tags.length === 0) return null
  return (
    <span
      className={`tag-more tag-more-${where}`}
      aria-hidden="true"
      title={tags.map(({ words }) => words).join(', ')}
    >
      +{tags.length}
    </span>
  )
}

/** In pixels: the count of the rest, a tag's edges with the gap before the next, and a letter. */
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
