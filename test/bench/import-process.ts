import { migrate } from '../../hub/database/migrate.ts'
import { importExtract } from '../../hub/import/import-extract.ts'

// A process of its own, so that its peak of memory is the import's: import-process.ts FOLDER URL
const [folder, databaseUrl] = process.argv.slice(2)
if (!folder || !databaseUrl) throw new Error('Say which folder and which database.')
await migrate(databaseUrl)
const started = performance.now()
await importExtract({ folder, databaseUrl, now: new Date().toISOString(), progress: () => {} })
const ms = performance.now() - started
console.log(JSON.stringify({ ms, peakBytes: process.resourceUsage().maxRSS * 1024 }))
