// As the hub ends a page that another one follows and that has nothing nationally sensitive beside it.
const END = '"more":true,"digests":null},"sensitive":null}'
// Before the cookie there is no more than a frame without results.
const BEGINNING = 16_384

/**
 * The cookie that the next page is asked for with, read off a page before it is parsed, so that the hub need not wait
 * for that. Null where it cannot be told so: then the parsed page says it.
 */
export function cookieAhead(page: string): string | null {
  if (!page.endsWith(END)) return null
  const beginning = page.slice(0, BEGINNING)
  // Within a text its quotes would be escaped, so that this is a field, and the first part's comes first.
  return (
    /^\{"protocol":\d+,"lastSeq":\d+,"results":\[\],"caseload":\{"cookie":"([^"\\]+)"/.exec(beginning)?.[1] ??
    null
  )
}
