import { randomUUID } from 'node:crypto'
import type { TestClient } from '../hub/support/a-client.ts'
import type { Request } from './any-request.ts'
import type { Answered } from './judge.ts'
import type { Line } from './line.ts'
import type { Attacker } from './planted.ts'
import { OWN, OWN_CLIENT, OWN_COOKIE, THEIR_CLIENT, THEIR_COOKIE } from './requests.ts'

/** One attacker at his device, signed in where he may be. */
export interface Seat extends Attacker {
  send(request: Request): Promise<Answered>
}

export async function sitDown(line: Line, attacker: Attacker, victim: TestClient): Promise<Seat> {
  const client = randomUUID()
  const session = await signedIn(line, attacker.staffNumber)
  let cookie: string | null = null
  const known = (): Known => ({
    [OWN]: attacker.staffNumber ?? victim.staffNumber,
    [OWN_CLIENT]: client,
    [THEIR_CLIENT]: victim.clientId,
    [OWN_COOKIE]: cookie,
    [THEIR_COOKIE]: victim.caseload.cookie,
  })
  return {
    ...attacker,
    async send(request) {
      const { url, body } = request
      const meant = attacker.ofTheNorth ? body?.replaceAll('41000', '42000') : body
      const filled = { ...request, body: meant ? filledIn(meant, known()) : null }
      const answer = await line.send(filled, isEndless(request) ? '' : session)
      if (answer.status === 200 && url === '/sync/pull') cookie = JSON.parse(answer.body).caseload.cookie
      return answer
    },
  }
}

async function signedIn(line: Line, staffNumber: string | null): Promise<string> {
  if (staffNumber === null) return ''
  const body = JSON.stringify({ staffNumber, device: randomUUID() })
  const headers = { 'content-type': 'application/json' }
  const answer = await line.send({ method: 'POST', url: '/session/demo', headers, body }, '')
  const [cookie] = (answer.headers['set-cookie'] as readonly string[] | undefined) ?? []
  if (!cookie) throw new Error(`${staffNumber} cannot sign in.`)
  return cookie.split(';')[0] ?? ''
}

type Known = Readonly<Record<string, string | null>>

function filledIn(body: string, known: Known): string {
  return Object.entries(known).reduce(
    (text, [name, value]) => text.replaceAll(JSON.stringify(name), JSON.stringify(value)),
    body,
  )
}

// A stream of pokes never ends, so nobody who is let in opens one; nobody signs out, or all that follows is refused.
function isEndless({ method, url }: Request): boolean {
  return url.startsWith('/sync/pokes') || (method === 'DELETE' && url.startsWith('/session'))
}
