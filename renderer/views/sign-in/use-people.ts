import { useEffect, useState } from 'react'
import { DEMO_PEOPLE } from '../../../shared/sync/paths.ts'
import { type DemoPerson, demoSearchReply } from '../../../shared/sync/session.ts'
import type { HubTransport } from '../../home/home.ts'

export interface People {
  readonly people: readonly DemoPerson[]
  /** The hub did not answer, or not in a way that is understood. */
  readonly failed: boolean
  readonly retry: () => void
}

/** Members of staff that the words fit, as the hub finds them. */
export function usePeople(transport: HubTransport, words: string): People {
  const [found, setFound] = useState<Omit<People, 'retry'>>({ people: [], failed: false })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again.
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(() => {
      lookUp(transport, words)
        .then(people => wanted && setFound({ people, failed: false }))
        .catch(() => wanted && setFound({ people: [], failed: true }))
    }, 120)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [transport, words, attempt])
  return { ...found, retry: () => setAttempt(before => before + 1) }
}

async function lookUp(transport: HubTransport, words: string): Promise<readonly DemoPerson[]> {
  const { status, body } = await transport.request('POST', DEMO_PEOPLE, { words })
  if (status !== 200) throw new Error(`The hub answered ${status}.`)
  return demoSearchReply.parse(JSON.parse(new TextDecoder().decode(body))).people
}
