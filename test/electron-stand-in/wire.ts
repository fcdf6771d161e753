/** What structured cloning carries, as far as this project sends it; `f` is a function's number. */
export type Wired =
  | null
  | boolean
  | number
  | string
  | { readonly u: 1 }
  | { readonly b: string }
  | { readonly f: number }
  | { readonly a: readonly Wired[] }
  | { readonly o: Readonly<Record<string, Wired>> }

export interface Codec {
  readonly toBase64: (bytes: Uint8Array) => string
  readonly fromBase64: (text: string) => Uint8Array
  /** Gives a function a number, where functions may cross. */
  readonly wireFunction: ((value: unknown) => number) | null
  readonly unwireFunction: ((number: number) => unknown) | null
}

// Both functions are also put into the page as text (`worlds.ts`): they use nothing but their arguments.

export function wire(value: unknown, codec: Codec): Wired {
  if (value === undefined) return { u: 1 }
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value
  if (typeof value === 'function' && codec.wireFunction) return { f: codec.wireFunction(value) }
  if (value instanceof Uint8Array) return { b: codec.toBase64(value) }
  if (Array.isArray(value)) return { a: value.map(item => wire(item, codec)) }
  const plain = typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))
  if (!plain) throw new Error('An object could not be cloned.')
  return { o: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wire(item, codec)])) }
}

export function unwire(wired: Wired, codec: Codec): unknown {
  if (wired === null || typeof wired !== 'object') return wired
  if ('u' in wired) return undefined
  if ('b' in wired) return codec.fromBase64(wired.b)
  if ('f' in wired) return codec.unwireFunction?.(wired.f)
  if ('a' in wired) return wired.a.map(item => unwire(item, codec))
  return Object.fromEntries(Object.entries(wired.o).map(([key, item]) => [key, unwire(item, codec)]))
}

export const nodeCodec: Codec = {
  toBase64: bytes => Buffer.from(bytes).toString('base64'),
  fromBase64: text => new Uint8Array(Buffer.from(text, 'base64')),
  wireFunction: null,
  unwireFunction: null,
}
