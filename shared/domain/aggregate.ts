import type { AacNumbers } from './aac-numbers.ts'
import type { AdviceRequest } from './advice.ts'
import type { Calendar } from './calendar.ts'
import type { DataException } from './data-exception.ts'
import type { LockNotice } from './lock-notice.ts'
import type { OwnIncident } from './own-incident.ts'
import type { RecoveryRequest } from './recovery-request.ts'
import type { Rota } from './rota.ts'
import type { SavedView } from './saved-view.ts'

/** Documents of their own beside the case groups and the organisation. A new kind is its file and a word here. */
export type Aggregate =
  | AacNumbers
  | AdviceRequest
  | Calendar
  | DataException
  | LockNotice
  | OwnIncident
  | RecoveryRequest
  | Rota
  | SavedView

export type AggregateKind = Aggregate['kind']
export type AggregateOf<Kind extends AggregateKind> = Extract<Aggregate, { readonly kind: Kind }>

/** Kind and id: ids of different kinds may be alike. */
export type AggregateKey = {
  [Kind in AggregateKind]: readonly [Kind, AggregateOf<Kind>['id']]
}[AggregateKind]

/** One text that names a document among all kinds: a group's own number, which has no line break, else kind and id. */
export const documentName = (kind: string, id: string): string =>
  kind === 'case-group' ? id : `\n${kind}/${id}`

/** The kind in the name of an aggregate. */
export const kindIn = (name: string): AggregateKind => name.slice(1, name.indexOf('/')) as AggregateKind
