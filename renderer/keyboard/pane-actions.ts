import { type CommandName, commandNamed } from '../../shared/commands/commands.ts'
import type { Action } from './action.ts'

/** Commands that need something chosen in the pane, and where that is: true where the pane is open already, too. */
const places: Partial<Readonly<Record<CommandName, string>>> = {
  'complete-activity': 'Tick it in the plan of its service request, in the right pane.',
  'reopen-activity': 'Take its tick away in the plan of its service request, in the right pane.',
  'mark-absent': 'It is in My team, in the right pane of whoever is absent.',
  'end-absence': 'It is in My team, in the right pane of whoever is absent, beside the dates.',
  'name-deputy': 'It is in My team, in the right pane of the leader who is stood in for.',
  'end-deputyship':
    'It is in My team, in the right pane of the leader who is stood in for, beside the dates.',
}

/** So that everything is found by its name, and says where it is done. */
export const paneActions: readonly Action[] = Object.entries(places).map(([name, place]) => ({
  id: `command-${name}`,
  name: commandNamed(name)?.label ?? name,
  keys: [],
  section: 'In the pane',
  whyNot: place,
  run: () => undefined,
}))
