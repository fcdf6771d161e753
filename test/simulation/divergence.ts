/** Something is otherwise than the model says: what the simulation is there to find. */
export class Divergence extends Error {}
