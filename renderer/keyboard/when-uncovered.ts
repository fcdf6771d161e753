const EACH = 30
const LONGEST = 2_000

/**
 * Runs something once nothing lies over the desk any more. What lay there gives the focus back first, or what is run
 * would lose it again; and while it goes it hides the rest from screen readers, which a desk that is closed meanwhile
 * would leave hidden.
 */
export function whenUncovered(run: () => void): void {
  const since = performance.now()
  const look = () => {
    if (isCovered() && performance.now() - since < LONGEST) setTimeout(look, EACH)
    else run()
  }
  setTimeout(look)
}

const isCovered = () =>
  document.querySelector('[role="dialog"]') !== null ||
  Boolean(document.querySelector('.desk')?.closest('[aria-hidden="true"]'))
