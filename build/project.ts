import { resolve } from 'node:path'

/** The folder of this project. */
export const project = resolve(import.meta.dirname, '..')
