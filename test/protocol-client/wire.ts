// Written from docs/protocol.md alone: nothing here is imported from the desk, the hub or what they share.

export interface Envelope {
  readonly id: string
  readonly name: string
  readonly args: unknown
  readonly saw: unknown
  readonly issuedAt: string
  readonly reason: string | null
  readonly batch: string | null
}

export type Result =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly refusal: { readonly kind: string; readonly reason: string } }

interface Named {
  readonly kind: string
  readonly id: string
}

export type Op =
  | ({ readonly op: 'remove' } & Named)
  | ({
      readonly op: 'put'
      readonly buckets: readonly string[]
      readonly stamp: string
      readonly document: unknown
    } & Named)

export interface Part {
  readonly cookie: string
  readonly reset: boolean
  readonly clear: readonly string[]
  readonly grants: readonly string[]
  readonly patch: readonly Op[]
  readonly more: boolean
  readonly digests: Readonly<Record<string, readonly [count: number, digest: string]>> | null
}

export interface Page {
  readonly lastSeq: number
  readonly results: readonly { readonly seq: number; readonly result: Result }[]
  readonly caseload: Part
  readonly sensitive: Part | null
}
