/** Why something cannot be done, in one plain sentence for whoever runs the command; nothing was changed. */
export class Refusal extends Error {}
