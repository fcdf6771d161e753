import type { PokeEvent } from './contract.ts'
import type { HubTransport } from './hub-transport.ts'

/** The hub's hints on their way to the page, one stream at a time. */
export interface PokeStream {
  watch(watch: number): undefined
  unwatch(watch: number): undefined
  end(): void
}

export function pokeStream(transport: HubTransport, tell: (event: PokeEvent) => void): PokeStream {
  let current: { readonly watch: number; readonly end: () => void } | null = null
  const end = () => {
    current?.end()
    current = null
  }
  return {
    watch(watch) {
      end()
      const poked = () => tell({ kind: 'poked', watch })
      current = { watch, end: transport.pokes(poked, () => tell({ kind: 'lost', watch })) }
    },
    unwatch(watch) {
      if (current?.watch === watch) end()
    },
    end,
  }
}
