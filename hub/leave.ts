/**
 * Ends this process. Node waits for what it asked of a file, at its end too, and a share that hangs never answers: held
 * up like that, with everything else closed, it ends by force.
 */
export function leave(code: number, isHeldUp: boolean): void {
  if (isHeldUp) process.kill(process.pid, 'SIGKILL')
  process.exit(code)
}
