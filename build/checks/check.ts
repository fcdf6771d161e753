/** A check of the sources: what it objects to, nothing being a pass. */
export interface Check {
  name: string
  run(): Promise<string[]> | string[]
}
