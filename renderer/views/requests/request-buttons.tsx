import type { Advice } from '../../../shared/domain/advice.ts'
import { ActionButton } from '../action-button.tsx'

const usual = ['start-request', 'close-request', 'assign-request', 'carry-on']
// An answer does the rest of its plan, and closes it.
const forAdvice = ['answer-advice', 'assign-request', 'carry-on']

/** What can be done to the focused request now; the toolbar and the palette say of the rest why not. */
export function RequestButtons({ advice }: { readonly advice: Advice | null }) {
  const goesOn = advice?.answer?.unanswerable ? ['incident-from-advice'] : []
  return (
    <div className="toolbar">
      {[...(advice ? forAdvice : usual), ...goesOn].map(id => (
        <ActionButton key={id} id={id} />
      ))}
    </div>
  )
}
