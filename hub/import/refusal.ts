/** Why something cannot be done, in one plain sentence for whoever runs the command; nothing was changed. */
export class Refusal extends Error {}

/** What stops an extract: where it stands and what is wrong there (IMP-7). */
export interface ExtractFault {
  /** `segments.csv`. */
  readonly file: string
  /** Null: the file as a whole. */
  readonly line: number | null
  /** Follows the place in a sentence, which it does not end. */
  readonly fault: string
}

/** `segments.csv, line 4: rank is empty`, or `segments.csv is missing from the folder`. */
export function faultWords({ file, line, fault }: ExtractFault): string {
  return line === null ? `${file} ${fault}` : `${file}, line ${line}: ${fault}`
}

/** An extract that cannot be imported, because of one of its files. */
export class UnusableFile extends Refusal {
  readonly found: ExtractFault

  constructor(found: ExtractFault) {
    super(`${faultWords(found)}, so nothing was imported.`)
    this.found = found
  }
}
