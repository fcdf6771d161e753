import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readFuses, setFuses } from '../../../build/package/fuses.ts'

const folder = mkdtempSync(join(tmpdir(), 'desk-fuses-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A program with fuses as Electron delivers them, or with others. */
function aProgram(wire = '101100011'): string {
  const file = join(folder, `program-${wire}`)
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const fuses = Buffer.concat([Buffer.from([1, wire.length]), Buffer.from(wire)])
  writeFileSync(file, Buffer.concat([Buffer.alloc(100, 7), sentinel, fuses, Buffer.alloc(100, 9)]))
  return file
}

describe('the fuses', () => {
  it.each(['linux', 'win32'] as const)('are all nine as wanted for %s once they are set', async platform => {
    const program = aProgram()
    expect((await readFuses(program, platform)).set).toBeLessThan(9)
    await setFuses(program, platform)
    expect(await readFuses(program, platform)).toEqual({ of: 9, set: 9, wrong: [] })
  })

  it('that are not as wanted are named', async () => {
    const program = aProgram()
    await setFuses(program, 'linux')
    expect((await readFuses(program, 'win32')).wrong).toEqual(['EnableEmbeddedAsarIntegrityValidation'])
    expect((await readFuses(aProgram('111111111'), 'win32')).wrong).toEqual([
      'RunAsNode',
      'EnableNodeOptionsEnvironmentVariable',
      'EnableNodeCliInspectArguments',
      'LoadBrowserProcessSpecificV8Snapshot',
      'GrantFileProtocolExtraPrivileges',
    ])
  })

  it('stop the build where Electron has one that nobody has thought about', async () => {
    await expect(setFuses(aProgram('1011000111'), 'win32')).rejects.toThrow()
  })
})
