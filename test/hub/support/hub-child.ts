// A hub in a process of its own, to be killed: `node hub-child.ts <database url>` prints its port.
import { startHub } from '../../../hub/serve.ts'

const [databaseUrl = ''] = process.argv.slice(2)
const { port } = await startHub({ databaseUrl, demo: true, deskFolder: null })
process.stdout.write(`${port}\n`)
