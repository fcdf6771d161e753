const names: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Whether a host, as an address or a setting names it, is this computer: only there may anything go in clear. */
export const isLoopback = (host: string): boolean => names.has(host)
