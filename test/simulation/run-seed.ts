import type { StaffNumber } from '../../shared/domain/ids.ts'
import { checkBase, checkEnd, checkOutbox } from './check.ts'
import { Divergence } from './divergence.ts'
import type { Hubs } from './hubs.ts'
import { giveAccess } from './others.ts'
import { type Clock, type Simulation, sitDown, startSimulation } from './simulation.ts'
import { takeStep } from './steps.ts'

export interface SeedOutcome {
  readonly commands: number
  readonly accepted: number
}

/** Runs one seed; throws a `Divergence` where something is not as the model says. */
export async function runSeed(seed: number, steps: number, hubs: Hubs, clock: Clock): Promise<SeedOutcome> {
  const simulation = await startSimulation(seed, hubs, clock)
  for (let step = 0; step < steps; step++) await takeStep(simulation)
  await comeToRest(simulation)
  await checkEnd(simulation)
  const results = [...simulation.model.results.values()]
  return {
    commands: simulation.saved.size,
    accepted: results.filter(({ kind }) => kind === 'accepted').length,
  }
}

/** Faults end, everybody who was here comes back to where he was, and all that waits is sent. */
async function comeToRest(simulation: Simulation): Promise<void> {
  const { hubs, devices, seats, visitors } = simulation
  for (const device of devices) {
    device.transport.app = () => hubs.app(0)
    device.transport.faults.length = 0
  }
  await giveAccess(simulation)
  for (const [at, people] of visitors.entries()) {
    for (const person of people) {
      await seats[at]?.leave()
      await sitDown(simulation, at, person as StaffNumber)
      await drain(simulation, at)
    }
  }
  for (const at of seats.keys()) await drain(simulation, at)
}

const ENOUGH = 20

async function drain(simulation: Simulation, at: number): Promise<void> {
  const seat = simulation.seats[at]
  if (!seat) return
  const { sync } = seat.parts
  for (let turn = 0; turn < ENOUGH; turn++) {
    await seat.push()
    const step = await seat.pull()
    if (step.kind === 'done' && !sync.hasUnsent() && !sync.mustPull()) {
      checkBase(seat, simulation)
      checkOutbox(seat, at, simulation)
      return
    }
  }
  throw new Divergence(`The outbox of ${seat.person} does not drain.`)
}
