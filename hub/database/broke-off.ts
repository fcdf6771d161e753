/** Whether an error without a code is pg's own: of a connection that broke, was broken before, did not come or does not answer. */
export const brokeOff = (message: string | undefined): boolean =>
  /^(Connection terminated|timeout ex(ceeded|pired)|Query read timeout|Client (was closed|has encountered))/.test(
    message ?? '',
  )
