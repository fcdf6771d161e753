import { noteCall } from './calls.ts'

/**
 * An object that throws when something is read off it that it does not have: code under test cannot use a part of
 * Electron that the stand-in lacks without somebody noticing.
 */
export function strict<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get(target, key, receiver) {
      // `await` looks for `then` on everything, and the console for symbols.
      if (typeof key === 'symbol' || key === 'then') return Reflect.get(target, key, receiver)
      noteCall(`${name}.${key}`)
      if (key in target) return Reflect.get(target, key, receiver)
      throw new Error(`The stand-in for Electron has no ${name}.${key}.`)
    },
    set(_target, key) {
      throw new Error(`The stand-in for Electron does not let anybody set ${name}.${String(key)}.`)
    },
  })
}
