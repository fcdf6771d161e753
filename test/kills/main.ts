import { parseArgs } from 'node:util'
import { killBrowsers } from './browser.ts'
import { killHubs } from './hub.ts'

const { values } = parseArgs({
  options: {
    what: { type: 'string', default: 'hub' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
})
const [kills, seed] = [Number(values.kills), Number(values.seed)]

/** What can be killed; each says what came of it, and whether nothing was lost. */
const runs: Readonly<Record<string, () => Promise<readonly [words: string, fine: boolean]>>> = {
  hub,
  browser,
}

const run = runs[values.what]
if (!run) {
  console.error(`Say --what ${Object.keys(runs).join(' or ')}, --kills N and --seed S.`)
  process.exit(2)
}
console.log(`${kills} kills of the ${values.what} from seed ${seed} …`)
const begun = performance.now()
const [words, fine] = await run()
console.log(`${words}; ${((performance.now() - begun) / 1000).toFixed(0)} s`)
process.exitCode = fine ? 0 : 1

async function hub(): Promise<readonly [string, boolean]> {
  const { kills: killed, acknowledged, lost, twice, wrong } = await killHubs(kills, seed)
  const victims = Object.entries(killed).map(([victim, count]) => `${victim} ${count}`)
  const words = `killed: ${victims.join(', ')}; ${acknowledged} changes acknowledged, ${lost.length} lost, ${twice.length} applied twice, ${wrong.length} groups other than their last change`
  return [words, acknowledged > 0 && lost.length + twice.length + wrong.length === 0]
}

async function browser(): Promise<readonly [string, boolean]> {
  const { kills: killed, acknowledged, lost, twice, wrong } = await killBrowsers(kills, seed)
  const words = `killed: ${killed}; ${acknowledged} changes saved, ${lost.length} lost, ${twice.length} applied twice, ${wrong.length} groups other than their last change`
  return [words, acknowledged > 0 && lost.length + twice.length + wrong.length === 0]
}
