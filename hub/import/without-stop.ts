/** A sentence as a clause, for more to follow. */
export const withoutStop = (sentence: string) => sentence.replace(/\.$/, '')
