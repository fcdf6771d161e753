import { z } from 'zod'
import { hubError } from '../../shared/sync/hub-error.ts'
import {
  DEMO_PEOPLE,
  DEMO_SIGN_IN,
  HEALTH,
  POKES,
  PULL,
  PUSH,
  READERS,
  READINGS,
  SESSION,
  SIGN_IN,
  TOKEN_SIGN_IN,
} from '../../shared/sync/paths.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import { pullRequest } from '../../shared/sync/pull.ts'
import { pushReply, pushRequest } from '../../shared/sync/push.ts'
import { readersReply, readersRequest, readingsReply, readingsRequest } from '../../shared/sync/readings.ts'
import {
  demoSearch,
  demoSearchReply,
  demoSignIn,
  sessionReply,
  signInOffer,
  tokenSignIn,
} from '../../shared/sync/session.ts'
import { ZIPPED } from '../../shared/sync/zipped.ts'
import { CALLBACK } from '../session/provider.ts'
import { pullReply } from './pull-reply.ts'

interface Operation {
  readonly summary: string
  readonly request?: z.ZodType
  readonly reply?: z.ZodType
  /** Its reply also comes gzipped. */
  readonly zipped?: true
  /** Needs no session. */
  readonly open?: true
  readonly answers?: '200' | '204' | '302'
}

export const health = signInOffer.extend({ status: z.literal('ok'), protocol: z.int() })

const session: Readonly<Record<string, Operation>> = {
  get: { summary: 'Who is signed in', reply: sessionReply },
  delete: { summary: 'Sign out', answers: '204' },
}

const paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  [HEALTH]: { get: { summary: 'Whether the hub answers', reply: health, open: true } },
  [SESSION]: session,
  [PUSH]: { post: { summary: 'Commands, in their order', request: pushRequest, reply: pushReply } },
  [PULL]: {
    post: { summary: 'What changed since a cookie', request: pullRequest, reply: pullReply, zipped: true },
  },
  [READINGS]: {
    post: { summary: 'What somebody read in full', request: readingsRequest, reply: readingsReply },
  },
  [READERS]: {
    post: { summary: 'Who read a case group', request: readersRequest, reply: readersReply },
  },
  [POKES]: { get: { summary: 'A stream of hints that a pull is worth while (server-sent events)' } },
}

const demo: typeof paths = {
  [DEMO_SIGN_IN]: {
    post: { summary: 'Sign in for demonstration', request: demoSignIn, reply: sessionReply, open: true },
  },
  [DEMO_PEOPLE]: {
    post: { summary: 'Whom one can sign in as', request: demoSearch, reply: demoSearchReply, open: true },
  },
}

const provider: typeof paths = {
  [SIGN_IN]: {
    get: { summary: 'A browser goes to the identity provider', open: true, answers: '302' },
  },
  [CALLBACK]: {
    get: { summary: 'The identity provider sends the browser back', open: true, answers: '302' },
  },
  [TOKEN_SIGN_IN]: {
    post: { summary: 'Sign in with an access token', request: tokenSignIn, reply: sessionReply, open: true },
  },
}

/** The hub's HTTP face in OpenAPI 3.1, from the schemas that it reads by; what they mean is in docs/protocol.md. */
export function openApi(offers: { readonly demo: boolean; readonly provider: boolean }) {
  const described = { ...paths, ...(offers.demo ? demo : {}), ...(offers.provider ? provider : {}) }
  return {
    openapi: '3.1.0',
    info: { title: 'Team Leader Desk hub', version: String(PROTOCOL) },
    paths: mapValues(described, operations => mapValues(operations, describe)),
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'desk-session' } } },
  }
}

function describe({ summary, request, reply, zipped, open, answers = '200' }: Operation) {
  return {
    summary,
    ...(open ? {} : { security: [{ session: [] }] }),
    ...(request ? { requestBody: { required: true, content: json(request) } } : {}),
    responses: {
      [answers]: {
        description: 'Done',
        ...(reply ? { content: { ...json(reply), ...(zipped ? { [ZIPPED]: {} } : {}) } } : {}),
      },
      default: { description: 'One of a closed list of errors', content: json(hubError) },
    },
  }
}

function json(schema: z.ZodType) {
  const { $schema, ...described } = z.toJSONSchema(schema, { io: 'input' })
  return { 'application/json': { schema: described } }
}

function mapValues<From, To>(of: Readonly<Record<string, From>>, make: (from: From) => To) {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, make(value)]))
}
