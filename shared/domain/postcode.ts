const SHAPE = /^(GIR 0AA|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2})$/

/** Upper case, one space before the inward part; what has no inward part is only upper-cased (IMP-4). */
export function tidyPostcode(text: string): string {
  const packed = text.toUpperCase().replace(/\s+/g, '')
  return packed.length < 5 ? packed : `${packed.slice(0, -3)} ${packed.slice(-3)}`
}

/** Whether a tidied postcode has one of the UK's shapes; letter positions are not judged (IMP-3). */
export function isUkPostcode(tidied: string): boolean {
  return SHAPE.test(tidied)
}

/** The part before the space: `CH5` of `CH5 1AA`. */
export function outwardCode(postcode: string): string {
  const space = postcode.indexOf(' ')
  return space < 0 ? postcode : postcode.slice(0, space)
}

/** The letters a postcode starts with: `CH` of `CH5 1AA`. */
export function postcodeArea(postcode: string): string {
  const second = postcode.charCodeAt(1)
  return second >= 65 && second <= 90 ? postcode.slice(0, 2) : postcode.slice(0, 1)
}
