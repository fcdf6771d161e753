import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

export type PackagedFor = 'linux' | 'win32'

/** Every fuse by its name, so that one that Electron adds stops the build until somebody has thought about it. */
const fusesOf = (platform: PackagedFor) => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Electron does not check it on Linux.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform === 'win32',
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
})

const names = Object.keys(FuseV1Options).filter(name => Number.isNaN(Number(name)))

export async function setFuses(binary: string, platform: PackagedFor): Promise<void> {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...fusesOf(platform),
  })
}

/** Reads the fuses back: `set` are as they are wanted, `wrong` says which are not. */
export async function readFuses(binary: string, platform: PackagedFor) {
  const wire = await getCurrentFuseWire(binary)
  const wanted = Object.entries(fusesOf(platform))
  const isAsWanted = ([fuse, on]: [string, boolean]) =>
    wire[Number(fuse) as FuseV1Options] === (on ? ON : OFF)
  const wrong = wanted.filter(entry => !isAsWanted(entry)).map(([fuse]) => names[Number(fuse)] ?? fuse)
  return { of: names.length, set: wanted.length - wrong.length, wrong }
}

// The digits of the wire.
const ON = '1'.charCodeAt(0)
const OFF = '0'.charCodeAt(0)
