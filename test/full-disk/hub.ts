import assert from 'node:assert/strict'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerOf } from '../../hub/http/refusal.ts'
import { type HubProcess, hubProcess } from '../hub-process.ts'
import { fill, groupsOf, kept, withDatabase } from '../kills/hub-data.ts'
import { judgeHub } from '../kills/judge-hub.ts'
import { pusher } from '../kills/pusher.ts'
import { chanceOf } from '../simulation/chance.ts'

// A hub with a PostgreSQL of its own, on a disk that fills up while a desk pushes.

const [disk = ''] = process.argv.slice(2)
const data = join(disk, 'data')
const filler = join(disk, 'filler')
const free = () => statfsSync(disk).bavail * statfsSync(disk).bsize
const desk = pusher('N1', groupsOf('N1'), chanceOf(1))
const ENOUGH = 20
const answers = listen()

/** Every answer that the desk gets from here on. */
function listen(): { status: number; text: string; retryAfter: string | null }[] {
  const heard: ReturnType<typeof listen> = []
  const { fetch } = globalThis
  globalThis.fetch = async (...asked) => {
    const response = await fetch(...asked)
    const text = await response.clone().text()
    heard.push({ status: response.status, text, retryAfter: response.headers.get('retry-after') })
    return response
  }
  return heard
}

/** Has the desk work until it is told no, or has done enough; says how many of its changes were acknowledged. */
async function work({ origin }: HubProcess): Promise<number> {
  const before = desk.sent.acknowledged
  const done = () => desk.sent.acknowledged - before
  const stop = new AbortController()
  const looking = setInterval(() => done() >= ENOUGH && stop.abort(), 10)
  await desk.work(origin, stop.signal)
  clearInterval(looking)
  return done()
}

/** Whoever is told no is told that it is busy, when to come again, and nothing else. */
function assertTold(from: number): void {
  const no = answers.slice(from).filter(({ status }) => status !== 200)
  assert.ok(no.length > 0, 'nothing was refused on the full disk')
  for (const { status, text, retryAfter } of no) {
    assert.deepEqual([status, JSON.parse(text)], [answerOf('busy').status, answerOf('busy').body])
    assert.ok(Number(retryAfter) > 0)
  }
}

function fillUp(): void {
  writeFileSync(filler, Buffer.alloc(Math.max(0, free())))
  assert.equal(free(), 0)
}

const start = () => hubProcess({ from: ['--data', data], complaints: 'ignore' })

await fill(data)
const first = await start()
const before = await work(first)
assert.ok(before > 0)

// Its tables cannot grow.
fillUp()
let heard = answers.length
for (let time = 0; time < 3; time++) await work(first)
assertTold(heard)
rmSync(filler)
const after = await work(first)
assert.ok(after > 0, 'it did not go on after somebody made room')

// Its log of what is to be done cannot grow: PostgreSQL ends itself, and does not start.
await withDatabase(data, async ({ pool }) => {
  fillUp()
  for (;;) await pool.query(`SELECT pg_logical_emit_message(true, '', repeat('x', 1000000))`)
}).catch(problem => assert.match(String(problem), /No space left|Connection terminated/))
heard = answers.length
for (let time = 0; time < 3; time++) assert.equal(await work(first), 0)
assertTold(heard)
await first.kill()
await assert.rejects(start, /did not start/)
rmSync(filler)
const second = await start()
const again = await work(second)
assert.ok(again > 0, 'it did not go on after it was started again')
await second.stop()

const { acknowledged, ...faults } = judgeHub([desk.sent], await kept(data))
assert.deepEqual(faults, { lost: [], twice: [], wrong: [] })
console.log(
  `The hub on a full disk: ${before} changes acknowledged before, ${after} after somebody made room, ${again} after it was started again where PostgreSQL had ended itself; of ${acknowledged} none lost, none done twice; meanwhile 503 and nothing else.`,
)
