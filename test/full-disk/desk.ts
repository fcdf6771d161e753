import assert from 'node:assert/strict'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openKeyStore } from '../../electron/key-store.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { smallHub } from '../electron/small-hub.ts'
import { startMain } from '../electron/start-main.ts'
import { safeStorage } from '../electron-stand-in/safe-storage.ts'
import { settingsAsEnvironment } from '../electron-stand-in/settings.ts'

// The main process of the desk, on a disk that fills up while somebody works.

const [disk = ''] = process.argv.slice(2)
const settings = { chromium: '', keyring: join(disk, 'keyring'), keyStore: 'working' } as const
Object.assign(process.env, settingsAsEnvironment(settings))
const person = staffNumber.parse('1001')
const hub = await smallHub()
const start = async () => (await startMain(disk, hub.url, await openKeyStore(safeStorage, 'linux'))).bridge
const free = () => statfsSync(disk).bavail * statfsSync(disk).bsize

/** Saves changes until one is refused; says which were said to be saved. */
async function saveUntilFull(desk: Awaited<ReturnType<typeof start>>, from: number) {
  const saved: number[] = []
  for (let key = from; ; key++) {
    const reply = await desk.outboxPut(person, [{ key, sealed: new Uint8Array(3000).fill(key) }])
    if (reply.kind === 'failed') {
      assert.equal(reply.code, 'not-stored')
      return saved
    }
    saved.push(key)
  }
}

async function kept(desk: Awaited<ReturnType<typeof start>>): Promise<readonly number[]> {
  const reply = await desk.outboxLoad(person)
  assert.equal(reply.kind, 'done')
  return reply.value.map(({ key, sealed }) => {
    assert.deepEqual(sealed, new Uint8Array(3000).fill(key))
    return key
  })
}

const first = await start()
const { kind, ...came } = await first.signIn(person)
assert.equal(kind, 'done')
const filler = join(disk, 'filler')
writeFileSync(filler, Buffer.alloc(200_000))
const saved = await saveUntilFull(first, 1)
assert.ok(saved.length > 10, 'nothing was saved before the disk was full')
writeFileSync(join(disk, 'rest'), Buffer.alloc(Math.max(0, free())))
assert.equal(free(), 0)
assert.equal((await first.outboxPut(person, [{ key: 999, sealed: new Uint8Array(3000) }])).kind, 'failed')
assert.deepEqual(await kept(first), saved)

// Started again on the full disk: what was said to be saved is there, what was refused is not, and the key opens it.
const second = await start()
const again = await second.identity()
assert.ok(again.kind === 'done' && again.value.kind === 'signed-in')
assert.ok('value' in came && came.value)
assert.deepEqual(again.value.identity.dataKey, came.value.dataKey)
await second.noteHand()
assert.deepEqual(await kept(second), saved)

// Somebody makes room: it goes on where it was.
rmSync(filler)
rmSync(join(disk, 'rest'))
const more = await saveUntilFull(second, 1000)
assert.deepEqual(await kept(await start()), [...saved, ...more])
await hub.stop()
console.log(
  `The desk on a full disk: ${saved.length} changes saved, the next one refused; all there on the full disk after a restart; ${more.length} more after somebody made room.`,
)
