import type { CommandId, StaffNumber } from '../../shared/domain/ids.ts'
import type { PushRequest } from '../../shared/sync/push.ts'
import { type Chance, chanceOf } from './chance.ts'
import { aDevice, type Device } from './device.ts'
import { firstWorld } from './first-world.ts'
import { FIRST, type Hubs } from './hubs.ts'
import { type Model, modelOf, takePush } from './model.ts'
import { type Seat, takeSeat } from './seat.ts'

/** One seed's world, and what is known of it from outside. */
export interface Simulation {
  readonly chance: Chance
  readonly hubs: Hubs
  readonly clock: Clock
  model: Model
  /** The model as it was when the hub was backed up. */
  backup: Model | null
  readonly devices: readonly Device[]
  readonly seats: Seat[]
  /** Whoever sat at a device once: what they left waiting must be done in the end. */
  readonly visitors: ReadonlySet<string>[]
  /** Every command that was said to be saved, and who gave it where; taken back ones are taken out. */
  readonly saved: Map<CommandId, { readonly person: StaffNumber; readonly device: number }>
  /** Refused ones that their person has dealt with. */
  readonly settled: Set<CommandId>
}

export interface Clock {
  now: number
}

export const instantOf = ({ now }: Clock) => new Date(now).toISOString()

export const people = [
  'N1-lead',
  'N1-mgr',
  'SCR-lead',
  'N1-1',
  'N2-lead',
  'S1-lead',
  'E1-mgr',
] as StaffNumber[]

export async function startSimulation(seed: number, hubs: Hubs, clock: Clock): Promise<Simulation> {
  const chance = chanceOf(seed)
  await hubs.copies.restore(FIRST)
  const devices = [0, 1, 2].map(at =>
    aDevice(
      () => hubs.app(at % 2),
      () => clock.now,
      chance.bytes,
    ),
  )
  const simulation: Simulation = {
    chance,
    hubs,
    clock,
    model: modelOf(firstWorld()),
    backup: null,
    devices,
    seats: [],
    visitors: devices.map(() => new Set<string>()),
    saved: new Map(),
    settled: new Set(),
  }
  for (const at of devices.keys()) await sitDown(simulation, at, people[at] as StaffNumber)
  return simulation
}

/** Puts a person at a device: his sign-in, his desk from what is kept there. */
export async function sitDown(simulation: Simulation, at: number, person: StaffNumber): Promise<void> {
  const device = simulation.devices[at]
  if (!device) throw new Error('There is no such device.')
  const identity = await device.home.signIn(person)
  device.transport.delivered = (path, body, status) => {
    if (path !== '/sync/push' || status !== 200) return
    takePush(simulation.model, person, body as PushRequest, instantOf(simulation.clock))
  }
  ;(simulation.visitors[at] as Set<string>).add(person)
  simulation.seats[at] = await takeSeat(device, identity)
}
