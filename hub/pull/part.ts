import { sql } from 'kysely'
import { SCHEMA } from '../../shared/sync/protocol-version.ts'
import { ask, type Question, question } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'
import { changes } from './changes.ts'
import { type CookieContent, openCookie, sealCookie } from './cookie.ts'
import { openPatch } from './patch.ts'
import { scan } from './scan.ts'
import { hasVersion, type Snapshot } from './snapshot.ts'
import { type Stretch, stretchSince, wholeStretch } from './stretch.ts'

/** A page of one part as JSON text, and whether another follows. */
export interface PartPage {
  readonly text: string
  readonly more: boolean
}

/** The next page of a part after a cookie: first the buckets that are new to the client, then what changed. */
export async function partPage(
  snapshot: Snapshot,
  part: CookieContent['part'],
  cookie: string | null,
  granted: readonly string[],
): Promise<PartPage> {
  const { tx } = snapshot
  const stretch = await stretchOf(snapshot, part, cookie, granted)
  const patch = openPatch(granted)
  const fresh =
    stretch.fresh && !stretch.fresh.complete ? await scan(tx, stretch.fresh, patch) : stretch.fresh
  const unfinished = fresh !== null && !fresh.complete
  const place = unfinished ? null : await changes(tx, { ...stretch, fresh }, patch)
  const more = unfinished || place !== null
  const progress = more
    ? { held: stretch.held, fresh, place }
    : { held: { since: snapshot.version, buckets: [...granted] }, fresh: null, place: null }
  const digests = more ? 'null' : await digestsOf(tx, granted)
  const fields = [
    `"cookie":"${seal(snapshot, part, progress)}"`,
    `"reset":${stretch.reset}`,
    `"clear":${JSON.stringify(stretch.clear)}`,
    `"grants":${JSON.stringify(granted)}`,
    `"patch":${patch.text()}`,
    `"more":${more}`,
    `"digests":${digests}`,
  ]
  return { text: `{${fields.join(',')}}`, more }
}

async function stretchOf(
  snapshot: Snapshot,
  part: CookieContent['part'],
  cookie: string | null,
  granted: readonly string[],
): Promise<Stretch> {
  const { tx, version } = snapshot
  const content = cookie === null ? undefined : openCookie(cookie, snapshot.secret)
  if (!content || !isOurs(content, part, snapshot)) return wholeStretch(granted, version)
  const [proven, horizons] = await ask(tx, [hasVersion(content.seen, content.stamp), horizonsOf(granted)])
  return proven ? stretchSince(content, granted, version, horizons) : wholeStretch(granted, version)
}

function isOurs(content: CookieContent, part: CookieContent['part'], { lineage, person }: Snapshot): boolean {
  const { schema } = content
  return (
    content.lineage === lineage && content.person === person && content.part === part && schema === SCHEMA
  )
}

function seal(
  { lineage, person, version, stamp, secret, random }: Snapshot,
  part: CookieContent['part'],
  progress: Pick<CookieContent, 'held' | 'fresh' | 'place'>,
): string {
  const content = { lineage, schema: SCHEMA, person, part, seen: version, stamp, ...progress }
  return sealCookie(content, secret, random(12))
}

function horizonsOf(granted: readonly string[]): Question<ReadonlyMap<string, number>> {
  const query = sql<{ bucket: string; horizon: number }>`
    SELECT bucket, horizon FROM bucket WHERE bucket = ANY(${granted}::text[])`
  return question(query, rows => new Map(rows.map(({ bucket, horizon }) => [bucket, horizon])))
}

async function digestsOf(tx: HubTransaction, granted: readonly string[]): Promise<string> {
  const { rows } = await sql<{ bucket: string; count: number; digest: string }>`
    SELECT bucket, count, lpad(to_hex(digest), 16, '0') AS digest FROM bucket
    WHERE bucket = ANY(${granted}::text[])`.execute(tx)
  const found = new Map(rows.map(({ bucket, count, digest }) => [bucket, [count, digest]]))
  // In the order of the grants: the database's own would depend on what else is in it (ACC-3).
  return JSON.stringify(Object.fromEntries(granted.map(bucket => [bucket, found.get(bucket) ?? EMPTY])))
}

const EMPTY = [0, '0000000000000000'] as const
