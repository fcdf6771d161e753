import fc from 'fast-check'

/** One request, as it goes over the wire. */
export interface Request {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** As it goes over the wire; what stands in brackets is filled in. */
  readonly body: string | null
}

export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\u0000',
    '__proto__',
    'constructor',
    '\ud800',
    '\ufeff',
    '‮',
    'ŵŷ',
    "'; DROP TABLE audit; --",
    '../../..',
    '%00',
  ),
  fc.constantFrom(
    '41000001',
    '42000001',
    '43000001',
    '1e400',
    '-0',
    '2026-02-30',
    '9999-12-31T23:59:60Z',
    '*',
    '%',
    '\\',
  ),
)
const PATHS = [
  '/session/demo',
  '/session/token',
  '/session',
  '/sync/push',
  '/sync/pull',
  '/demo/people',
  '/health',
  '/openapi.json',
  '/session/sign-in',
  '/session/callback',
  '/audit/readings',
  '/audit/readers',
]

const segment = fc.oneof(
  fc.constantFrom(
    '..',
    '%2e%2e',
    '%252e',
    '..%5c',
    '\\',
    '%00',
    '%ff',
    '.git',
    'metrics',
    'assets',
    'index.html',
    'CON',
    'a:b',
    '~',
  ),
  fc.webPath({ size: 'small' }).map(path => path.slice(1)),
)
const wherever = fc.oneof(
  fc.constantFrom(...PATHS),
  fc.array(segment, { maxLength: 5 }).map(parts => `/${parts.join('/')}`),
)
const query = fc.oneof(
  fc.constant(''),
  fc.webQueryParameters({ size: 'small' }).map(words => `?${words}`),
  fc.constant('?device=00000000-0000-4000-8000-000000000001'),
)
const printable = fc.stringMatching(/^[\x21-\x7e]{0,30}$/)

/** Any method, path and head, with a body that a desk would not send there. */
export const anything: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE'),
  url: fc.tuple(wherever, query).map(([path, words]) => path + words),
  headers: fc.oneof(
    fc.constant({}),
    fc.dictionary(
      fc.constantFrom(
        'host',
        'origin',
        'content-type',
        'content-encoding',
        'x-forwarded-for',
        'x-forwarded-host',
        'authorization',
        'accept',
        'if-none-match',
        'range',
        'expect',
      ),
      fc.oneof(
        printable,
        fc.constantFrom(
          'localhost',
          'null',
          'gzip',
          'application/json; charset=utf-16',
          'multipart/form-data',
          '127.0.0.1',
        ),
      ),
      { maxKeys: 3 },
    ),
  ),
  body: fc.constantFrom(null, null, '{}', '[]', 'null', '"', '{"a":1,"a":2}', '{"__proto__":{"demo":true}}'),
})

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

/** Where a desk sends JSON, something else, too much of it or too deep. */
export const raw: fc.Arbitrary<Request> = fc.record({
  method: fc.constant('POST'),
  url: fc.constantFrom(
    '/sync/push',
    '/sync/pull',
    '/session/demo',
    '/demo/people',
    '/session/token',
    '/audit/readings',
    '/audit/readers',
  ),
  headers: fc.constant({ 'content-type': 'application/json' }),
  body: fc.oneof(
    text,
    fc.nat(2000).map(deep),
    fc.nat(20_000).map(length => JSON.stringify('x'.repeat(length))),
    fc.json(),
  ),
})
