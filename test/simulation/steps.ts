import { anyRequests } from './acts.ts'
import { type Chance, weighted } from './chance.ts'
import { checkBase, checkForgotten } from './check.ts'
import type { Fault } from './hub-transport.ts'
import { BACKUP } from './hubs.ts'
import { copyOf, hasAccess } from './model.ts'
import { changeStaff, closeGroup, moveGroup, toggleSensitive } from './others.ts'
import { withPowerFor } from './power.ts'
import { takeSeat } from './seat.ts'
import { people, type Simulation, sitDown } from './simulation.ts'

type Act = (simulation: Simulation, at: number) => Promise<void>

/** What can happen next, and how often it does. */
const acts: readonly (readonly [number, Act])[] = [
  [30, perform],
  [18, push],
  [22, pull],
  [5, turn],
  [3, takeBack],
  [2, settle],
  [5, reopen],
  [6, cutPower],
  [2, changePerson],
  [3, changeHub],
  [1, simulation => simulation.hubs.restart(simulation.chance.below(2))],
  [2, backUp],
  [1, goBack],
  [7, moveGroup],
  [2, toggleSensitive],
  [1, closeGroup],
  [2, changeStaff],
  [1, nightPasses],
]

export async function takeStep(simulation: Simulation): Promise<void> {
  const { chance, clock } = simulation
  clock.now += 1_000 + chance.below(60_000)
  await weighted(chance, acts)(simulation, chance.below(simulation.seats.length))
}

function seatAt({ seats }: Simulation, at: number) {
  const seat = seats[at]
  if (!seat) throw new Error('Nobody sits there.')
  return seat
}

async function perform(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  const stored = await seat.perform(anyRequests(seat, simulation.chance))
  // What is in memory only is lost with the machine (ACC-3).
  const volatile = new Set(seat.parts.outbox.entries().flatMap(e => (e.sensitive ? [e.envelope.id] : [])))
  for (const id of stored) {
    if (!volatile.has(id)) simulation.saved.set(id, { person: seat.person, device: at })
  }
}

function anyFault(chance: Chance): Fault {
  return weighted(chance, [
    [14, 'none'],
    [2, 'request-lost'],
    [3, 'reply-lost'],
    [1, 'doubled'],
  ] as const)
}

async function push(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  seat.device.transport.faults.push(anyFault(simulation.chance))
  await seat.push()
  await afterwards(simulation, at)
}

async function pull(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  seat.device.transport.faults.push(anyFault(simulation.chance))
  const step = await seat.pull()
  if (step.kind === 'done') checkBase(seat, simulation)
  if (step.kind === 'refusal' && step.code === 'not-signed-in') checkForgotten(seat)
  await afterwards(simulation, at)
  if (simulation.chance.once(2)) await seat.tidy()
}

// A push, the pull after it and what follows, as the loop does it.
async function turn(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  await seat.push()
  await pull(simulation, at)
}

// What was left of faults belongs to requests that were not made; whoever was signed out signs in again.
async function afterwards(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  seat.device.transport.faults.length = 0
  const { last, person, device } = seat
  const signedOut = last?.kind === 'refusal' && last.code === 'not-signed-in'
  if (signedOut && hasAccess(person, simulation.model)) await device.home.signIn(person)
}

async function takeBack(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  const ids = seat.parts.outbox.entries().map(({ envelope }) => envelope.id)
  if (ids.length === 0) return
  for (const id of await seat.takeBack([simulation.chance.pick(ids)])) simulation.saved.delete(id)
}

async function settle(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  const refused = seat.parts.outbox.entries().find(entry => entry.refused)
  if (!refused) return
  await seat.settle(refused.envelope.id)
  simulation.settled.add(refused.envelope.id)
}

async function reopen(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  await seat.leave()
  seat.device.reload()
  simulation.seats[at] = await takeSeat(seat.device, seat.identity)
}

// At any boundary between two writes; what was said to be saved is there when the machine starts again.
async function cutPower(simulation: Simulation, at: number): Promise<void> {
  const { chance } = simulation
  const seat = seatAt(simulation, at)
  const act = chance.pick([perform, push, turn, turn, settle])
  const doing = async () => {
    await act(simulation, at)
    await seat.tidy()
  }
  await withPowerFor(chance.below(4), doing, () => seat.die())
  seat.device.transport.faults.length = 0
  seat.device.reload()
  simulation.seats[at] = await takeSeat(seat.device, seat.identity)
}

async function changePerson(simulation: Simulation, at: number): Promise<void> {
  const seat = seatAt(simulation, at)
  const { chance, model } = simulation
  const next = chance.pick(people)
  if (!hasAccess(next, model)) return
  await seat.leave()
  // A page asks who is signed in before it signs anybody out.
  await seat.device.home.identity()
  await seat.device.home.signOut()
  await sitDown(simulation, at, next)
}

async function changeHub({ devices, hubs, chance }: Simulation): Promise<void> {
  const device = chance.pick(devices)
  const which = chance.below(2)
  device.transport.app = () => hubs.app(which)
}

// Deputies begin and end, and sessions run out.
async function nightPasses({ clock }: Simulation): Promise<void> {
  clock.now += 24 * 3_600_000
}

async function backUp(simulation: Simulation): Promise<void> {
  await simulation.hubs.copies.save(BACKUP)
  simulation.backup = copyOf(simulation.model)
}

async function goBack(simulation: Simulation): Promise<void> {
  if (!simulation.backup) return
  await simulation.hubs.copies.restore(BACKUP)
  simulation.model = copyOf(simulation.backup)
}
