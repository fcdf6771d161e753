import { describe, expect, it } from 'vitest'
import type { IncidentEntry, IncidentFacts } from '../../../shared/domain/incident.ts'
import type { IncidentStepName } from '../../../shared/domain/incident-steps.ts'
import { lastSaid } from '../../../shared/queries/last-said.ts'
import { staff } from '../../make/an-organisation.ts'

const entry = (step: IncidentStepName, facts: IncidentFacts): IncidentEntry => ({
  command: step as never,
  at: '2026-11-20T10:00:00Z',
  actor: { kind: 'person', staff: staff('N1-lead') },
  step,
  to: 'consulting',
  facts,
})
const saidAfter = (...history: readonly IncidentEntry[]) => lastSaid({ history })?.words

describe('INC-3, INC-5, INC-8 what whoever has the next turn is told first', () => {
  it.each([
    ['what the team leader asks', entry('ask-for-information', { words: 'Which step?' }), 'Which step?'],
    ['what is to be done locally', entry('send-back-incident', { words: 'Clear it.' }), 'Clear it.'],
    ['why AAC rejected it', entry('raise-with-aac', { rejection: 'No screen shot.' }), 'No screen shot.'],
    ['what was done, to who authorises', entry('refer-incident', { actionsTaken: 'Tried.' }), 'Tried.'],
  ])('%s', (_, said, words) => {
    const raised = entry('raise-incident', { words: 'It stops.' })
    expect(saidAfter(raised, said)).toBe(words)
    expect(saidAfter(raised, said, entry('join-incident', { words: 'Mine, too.' }))).toBe(words)
  })

  it('is nothing where nothing was written, and no older thing in its place', () => {
    const asked = entry('ask-for-information', { words: 'Which step?' })
    expect(saidAfter()).toBeUndefined()
    expect(saidAfter(entry('raise-incident', { words: 'It stops.' }))).toBeUndefined()
    expect(saidAfter(asked, entry('direct-referral', {}))).toBeUndefined()
    expect(saidAfter(asked, entry('receive-email', { words: 'Try again.' }))).toBeUndefined()
  })
})
