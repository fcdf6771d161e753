import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { AdviceId } from '../../shared/domain/advice.ts'
import type { CommandId, IncidentId, MasterCaseNumber, SrNumber } from '../../shared/domain/ids.ts'
import type { incidentSteps } from '../../shared/domain/incident-steps.ts'
import type { CommandRequest } from '../desk/desk.ts'

/** What somebody is about to do to some case groups. */
export type Doing =
  | 'return'
  | 'clear-lock'
  | 'set-lock'
  | 'keep-lock'
  | 'allocate'
  | 'apply-drift'
  | 'settle-drift'

/** What somebody is about to do to one service request, with something to choose or to write. */
export type RequestDoing = 'close' | 'assign'

/** What somebody is about to do about the recovery of orphans. */
export type RecoveryDoing =
  | 'ask-recovery'
  | 'chase-recovery'
  | 'withdraw-recovery'
  | 'acknowledge-recovery'
  | 'confirm-recovery'
  | 'refuse-recovery'

/** Where an incident is raised from: what of it is known already. */
export interface RaisedFrom {
  readonly group: MasterCaseNumber | null
  readonly request: SrNumber | null
  /** A mandatory field that the system greyed out (SR-3), or an item error (ACC-6). */
  readonly because: { readonly kind: 'greyed-field' | 'item-error'; readonly words: string } | null
  /** What Advice and Guidance could not answer, about no case (ADV-3); about one, it is the service request’s. */
  readonly advice?: AdviceId
  /** A refused one that is asked again, with what it said. */
  readonly again?: CommandId
}

/** What undoes whatever was done last, group by group: the opposite command of each. */
export type Undoing = 'undo'

/** Any step of an incident but the first. */
export type IncidentStep = keyof typeof incidentSteps

/** What he asked for, row by row; what became of it is read off the outbox. */
export interface Receipt {
  readonly doing: Doing | Undoing | RecoveryDoing | 'assign'
  readonly asked: readonly {
    /** The row of a list: a case group, or a service request of one. */
    readonly row: string
    /** Null: refused at once, never stored. */
    readonly command: CommandId | null
    readonly refusal: string | null
  }[]
}

/** What the right pane shows. */
export type Panel =
  | { readonly kind: 'explanation' }
  | {
      readonly kind: 'doing'
      readonly doing: Doing
      readonly groups: readonly MasterCaseNumber[]
      /** Selected rows that are not about their case group. */
      readonly leftOut?: readonly string[]
    }
  /** `again`: with what was asked of a view with one that was refused. */
  | { readonly kind: 'views'; readonly again?: CommandId }
  | { readonly kind: 'undo'; readonly groups: readonly MasterCaseNumber[] }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | {
      readonly kind: 'request'
      readonly doing: RequestDoing
      readonly group: MasterCaseNumber
      readonly request: SrNumber
    }
  /** Several service requests to be given to somebody. */
  | { readonly kind: 'assign'; readonly rows: readonly string[] }
  | { readonly kind: 'recovery'; readonly doing: RecoveryDoing; readonly rows: readonly string[] }
  /** `again`: with what was written with one that was refused. */
  | { readonly kind: 'raise'; readonly group: MasterCaseNumber; readonly again?: CommandId }
  /** A step of an incident, or its details. */
  | {
      readonly kind: 'incident-step'
      readonly step: IncidentStep
      readonly group: MasterCaseNumber | null
      readonly incident: IncidentId
      /** A refused one that is asked again, with what it said. */
      readonly again?: CommandId
      /** The field that one wants to go to. */
      readonly field?: string
    }
  | ({ readonly kind: 'raise-incident' } & RaisedFrom)
  /** A question for Advice and Guidance; without a group it is about no case. */
  | {
      readonly kind: 'ask-advice'
      readonly group: MasterCaseNumber | null
      /** For which it is asked. */
      readonly incident?: IncidentId
      readonly again?: CommandId
    }
  /** The answer to what a row asks. */
  | { readonly kind: 'answer-advice'; readonly row: string; readonly again?: CommandId }
  /** What was asked needs a reason besides: an incident is with AAC (LOCK-6). */
  | {
      readonly kind: 'while-with-aac'
      readonly asked: CommandRequest
      readonly again?: CommandId | undefined
    }
  /** Groups to be spread over those who are there. */
  | {
      readonly kind: 'share'
      readonly groups: readonly MasterCaseNumber[]
      readonly leftOut?: readonly string[]
    }

/** What lies over the desk. */
export type Overlay = 'palette' | 'missing' | 'keys' | 'about' | null

export interface PanelState {
  readonly panel: Panel
  readonly overlay: Overlay
}

const explanation: Panel = { kind: 'explanation' }
const initialState: PanelState = { panel: explanation, overlay: null }

const slice = createSlice({
  name: 'panel',
  initialState: initialState as PanelState,
  reducers: {
    panelOpened: (state, { payload }: PayloadAction<Panel>) => ({ ...state, panel: payload }),
    panelClosed: state => ({ ...state, panel: explanation }),
    overlayOpened: (state, { payload }: PayloadAction<Overlay>) => ({ ...state, overlay: payload }),
  },
})

export const { panelOpened, panelClosed, overlayOpened } = slice.actions
export const panel = slice.reducer
