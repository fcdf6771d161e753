import { Tag, type TagTone } from './tag.tsx'

export interface TagWords {
  readonly tone: TagTone
  readonly words: string
}

interface TagLineProps {
  /** The weightiest first. */
  readonly tags: readonly TagWords[]
  /** How many of them a laptop's column has room for. */
  readonly shown: number
}

/** Tags side by side. Where there is no room for all of them the last are counted, and read out all the same. */
export function TagLine({ tags, shown }: TagLineProps) {
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
