/** Long numbers and NINOs are somebody's. */
export const isAboutSomebody = (text: string) => /\d{5}|[A-Z]{2}\s*(?:\d\s*){6}[A-D]/i.test(text)
