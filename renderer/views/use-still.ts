import { useRef } from 'react'

/** A value as it was before it was to be kept still. */
export function useStill<Value>(value: Value, still: boolean): Value {
  const last = useRef(value)
  if (!still) last.current = value
  return last.current
}
