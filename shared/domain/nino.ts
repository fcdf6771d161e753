const SHAPE = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]$/

/** Upper case without spaces (IMP-4). */
export function tidyNino(text: string): string {
  return text.toUpperCase().replace(/\s+/g, '')
}

/** HMRC's rule for a tidied National Insurance number (IMP-3). */
export function isNino(tidied: string): boolean {
  return SHAPE.test(tidied)
}
