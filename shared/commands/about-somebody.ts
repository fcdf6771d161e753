/**
 * Numbers as long as those of cases, people, posts and staff, of eight figures on, those of service requests, and NINOs are
 * somebody's. Shorter ones are amounts, years and codes.
 */
export const isAboutSomebody = (text: string) =>
  /\d{8}|\b\d-(?=[A-Z]*\d)[0-9A-Z]{7}\b|[A-Z]{2}\s*(?:\d\s*){6}[A-D]/i.test(text)
