import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { utilityProcess as ElectronUtilityProcess, UtilityProcess } from 'electron'
import { strict } from './strict.ts'

type Part = Pick<UtilityProcess, 'postMessage' | 'kill' | 'once'>

/** A utility process is a child process here, with a port to its parent as Electron gives it one. */
export const utilityProcess = strict<Pick<typeof ElectronUtilityProcess, 'fork'>>('utilityProcess', {
  fork(modulePath, args = []) {
    const child = fork(modulePath, args, {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--import',
        join(import.meta.dirname, 'parent-port.ts'),
      ],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const part = strict<Part>('utility process', {
      postMessage: message => void child.send(message),
      kill: () => child.kill(),
      once: ((name: string, listener: (...args: unknown[]) => void) => {
        if (name !== 'message' && name !== 'exit')
          throw new Error(`The stand-in for Electron never tells a utility process ${name}.`)
        child.once(name, listener)
        return part
      }) as Part['once'],
    })
    return part as UtilityProcess
  },
})
