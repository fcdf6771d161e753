import { isDeepStrictEqual } from 'node:util'
import type { CommandRequest, SyncState } from '../../renderer/desk/desk.ts'
import { assemble } from '../../renderer/desk/open-desk.ts'
import { performer } from '../../renderer/desk/performer.ts'
import type { Identity } from '../../renderer/home/home.ts'
import { isPending } from '../../renderer/outbox/stored-entry.ts'
import { confirmedIndex, emptyOverlay, replay } from '../../renderer/replica/overlay.ts'
import type { Step } from '../../renderer/sync/sync-memory.ts'
import type { CommandId, StaffNumber } from '../../shared/domain/ids.ts'
import type { Device } from './device.ts'
import { Divergence } from './divergence.ts'

/** A person at a device, with the desk open; each of its acts runs to its end. */
export interface Seat {
  readonly person: StaffNumber
  readonly identity: Identity
  readonly device: Device
  readonly parts: Awaited<ReturnType<typeof assemble>>
  readonly last: Step | null
  perform(requests: readonly CommandRequest[]): Promise<readonly CommandId[]>
  takeBack(ids: readonly CommandId[]): Promise<readonly CommandId[]>
  settle(id: CommandId): Promise<void>
  push(): Promise<Step>
  pull(): Promise<Step>
  /** As the loop does after each turn. */
  tidy(): Promise<void>
  leave(): Promise<void>
  /** The same with the power gone: what still runs fails. */
  die(): Promise<void>
}

/** Opens the desk from what is on the device. */
export async function takeSeat(device: Device, identity: Identity): Promise<Seat> {
  const parts = await assemble(device.home, identity, device.environment)
  const { replica, outbox, sync, cache, sentLog } = parts
  let last: Step | null = null
  const state = (): SyncState =>
    last?.kind === 'no-answer' ? { kind: 'offline', since: '' } : { kind: 'connected' }
  const acts = performer({
    replica,
    outbox,
    environment: device.environment,
    loop: { state, wake() {} },
    keeps: true,
  })

  async function settled(): Promise<void> {
    await outbox.idle()
    await sentLog.idle()
    assertOverlay(parts, identity.staffNumber)
  }

  async function step(run: () => Promise<Step>): Promise<Step> {
    const came = await run()
    last = came
    await settled()
    return came
  }

  return {
    person: identity.staffNumber,
    identity,
    device,
    parts,
    get last() {
      return last
    },
    async perform(requests) {
      const { stored } = await acts.perform(requests, reasonFor(requests))
      await settled()
      return stored
    },
    async takeBack(ids) {
      const back = await acts.takeBack(ids)
      await settled()
      return back
    },
    async settle(id) {
      await acts.settle(id)
      await settled()
    },
    push: () => step(sync.pushOnce),
    pull: () => step(sync.pullOnce),
    tidy: () => cache.tidy(replica.base),
    async die() {
      // Twice, because what waited for one write asks for another.
      for (let round = 0; round < 2; round++) {
        await Promise.allSettled([outbox.idle(), sentLog.idle(), cache.tidy(replica.base)])
      }
      cache.close()
      sentLog.close()
    },
    async leave() {
      await settled()
      await cache.tidy(replica.base)
      cache.close()
      sentLog.close()
    },
  }
}

// Why somebody is away is not kept, and so not given (TEAM-2).
const reasonFor = (requests: readonly CommandRequest[]) =>
  requests.some(({ name }) => /absen|deputy/.test(name)) ? null : 'Because the simulation says so.'

/** What is shown is the base with all that waits replayed over it, however it came about. */
function assertOverlay({ replica, outbox }: Seat['parts'], person: StaffNumber): void {
  const { base } = replica
  const overlay = emptyOverlay(confirmedIndex(base))
  replay(base, overlay, outbox.entries().filter(isPending), person)
  const held = [...base.caseload.groups, ...base.sensitive.groups].map(
    ([id, { document }]) => [id, document] as const,
  )
  const expected = new Map([...held, ...overlay.groups])
  const shown = replica.caseGroups()
  const same =
    shown.size === expected.size &&
    [...expected].every(([id, group]) => isDeepStrictEqual(shown.get(id), group))
  if (!same)
    throw new Divergence(`What is shown to ${person} is not his base with what waits replayed over it.`)
  const entries = replica.outbox().map(({ seq, state }) => [seq, state.kind === 'refused'])
  const kept = outbox.entries().map(({ seq, refused }) => [seq, refused !== null])
  if (!isDeepStrictEqual(entries, kept))
    throw new Divergence(`${person} is shown another outbox than he has.`)
}
