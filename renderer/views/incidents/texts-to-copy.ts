import type { AacNumbers } from '../../../shared/domain/aac-numbers.ts'
import { aacNumbersFor } from '../../../shared/queries/aac-numbers.ts'
import { detailsBehind } from '../../../shared/queries/details-behind.ts'
import { callScriptText, noteText, referralEmail } from '../../../shared/queries/incident-texts.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { FoundIncident } from './focused-incident.ts'

/** A text that goes elsewhere, with the keys that copy it in the list. */
export interface TextOfIncident {
  readonly id: 'note' | 'email' | 'script' | 'number'
  readonly title: string
  readonly keys: readonly [string, string]
  readonly text: string
}

/** All that is carried out of the desk for an incident: into the note, into an email, into the call (INC-4, INC-6, INC-7). */
export function textsOfIncident(
  { incident, group }: FoundIncident,
  { index, today }: Pick<Readings, 'index' | 'today'>,
  numbers: AacNumbers | undefined,
): readonly TextOfIncident[] {
  const ring = aacNumbersFor(incident.details.location ?? null, numbers)
  const telephone =
    ring.length === 1 ? ring[0]?.number : ring.map(each => `${each.site} ${each.number}`).join(', ')
  const script = callScriptText(incident, detailsBehind(incident, group, index, today))
  return [
    { id: 'note', title: 'Note for CMS2012', keys: [',', 'n'], text: noteText(incident, group, index) },
    { id: 'email', title: 'Referral as an email', keys: [',', 'e'], text: referralEmail(incident, group) },
    { id: 'script', title: 'Call script', keys: [',', 's'], text: script },
    { id: 'number', title: 'AAC’s telephone', keys: [',', 't'], text: telephone ?? '' },
  ]
}
