/** Reads a stream of server-sent events; every event with data is a poke. Resolves when the stream ends. */
export async function pokesIn(
  stream: AsyncIterable<Uint8Array>,
  heard: () => void,
  poked: () => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    heard()
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (lines.some(line => line.startsWith('data:'))) poked()
  }
}
