import { startHub } from '../hub/serve.ts'
import { buildDesk, deskFolder } from './build-desk.ts'
import { closeInReverse, onClose } from './closing.ts'
import { fillHub } from './fill-hub.ts'
import { openHubDatabase } from './open-hub-database.ts'
import { openWindow } from './open-window.ts'
import { startOptions } from './start-options.ts'

async function start(): Promise<void> {
  const options = startOptions(process.argv.slice(2))
  await buildDesk()
  const opening = openHubDatabase(options)
  onClose(async () => (await opening).stop())
  const { url: databaseUrl } = await opening
  await fillHub(databaseUrl, options)
  const starting = startHub({ databaseUrl, port: options.port, demo: true, deskFolder })
  onClose(async () => (await starting).close())
  const { port } = await starting
  const address = `http://127.0.0.1:${port}/`
  console.log(await openWindow(address, options))
  console.log(`Desk: ${address}`)
}

function explain(problem: unknown): string {
  const { code, message } = problem as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The port is in use, perhaps by a desk that runs already: choose another with --port.'
  return message ?? String(problem)
}

async function end(code: number): Promise<never> {
  // Whatever hangs must not keep a terminal.
  setTimeout(() => process.exit(1), 20_000).unref()
  await closeInReverse()
  process.exit(code)
}

let ending = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!ending) end(0)
    ending = true
  })
}

start().catch(problem => {
  if (ending) return
  console.error(explain(problem))
  end(1)
})
