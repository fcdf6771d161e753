/** Whether an error without a code is pg's own: of a connection that broke, was broken before or does not answer. */
export const brokeOff = (message: string | undefined): boolean =>
  /^(Connection terminated(?! due to)|Query read timeout|Client (was closed|has encountered))/.test(
    message ?? '',
  )

/** Whether it is of a connection that did not come in its time. */
export const didNotCome = (message: string | undefined): boolean =>
  /^timeout ex(ceeded|pired)|due to connection timeout$/.test(message ?? '')
