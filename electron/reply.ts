import type { FailureCode, Reply } from './contract.ts'

export const done = <Value>(value: Value): Reply<Value> => ({ kind: 'done', value })
export const failed = (code: FailureCode): Reply<never> => ({ kind: 'failed', code })
