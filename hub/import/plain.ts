const LIMIT = 120

/** What a file says, for a sentence: no control characters, not too long. */
export const plain = (text: string) =>
  // Cut first: half a character that is left by it goes with the others that are none.
  text
    .slice(0, LIMIT)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim()
