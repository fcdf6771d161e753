import type { Advice, AdviceId, AdviceRequest } from '../../../shared/domain/advice.ts'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { Replica } from '../../desk/desk.ts'
import { focusedWork } from '../requests/focused-work.ts'

export type FoundAdvice = { readonly advice: Advice } & (
  | { readonly kind: 'case'; readonly group: CaseGroup; readonly request: ServiceRequest }
  | { readonly kind: 'general'; readonly request: AdviceRequest }
)

/** What is asked in a row: a service request that asks for advice, or what is about no case. */
export function findAdvice(row: string | null, replica: Replica): FoundAdvice | undefined {
  if (row === null) return undefined
  const general = replica.aggregates('advice-request').get(row as AdviceId)
  if (general) return { kind: 'general', request: general, advice: general.advice }
  const { group, request } = focusedWork(row, replica) ?? {}
  const advice = request?.here?.advice
  return group && request && advice ? { kind: 'case', group, request, advice } : undefined
}
