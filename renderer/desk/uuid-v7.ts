/** A UUID of version 7: it sorts by the time it was made at, the rest of it is random. */
export function uuidV7(milliseconds: number, random: (bytes: number) => Uint8Array): string {
  const bytes = random(16)
  for (let at = 0; at < 6; at++) bytes[at] = Math.floor(milliseconds / 256 ** (5 - at)) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const digits = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
