const deeds = ['keydown', 'pointerdown', 'click'] as const

/**
 * Does something once the next frame is on the screen, or before whatever the person does next if that comes first: then
 * nothing is ever done on what was before. Says how to leave it undone.
 */
export function afterFrame(work: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  const leave = () => {
    cancelAnimationFrame(frame)
    port1.close()
    for (const deed of deeds) removeEventListener(deed, act, true)
  }
  const act = () => {
    leave()
    work()
  }
  port1.onmessage = act
  for (const deed of deeds) addEventListener(deed, act, true)
  return leave
}
