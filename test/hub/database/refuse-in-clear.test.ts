import { afterEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../../hub/database/database.ts'
import { refuseInClear } from '../../../hub/database/refuse-in-clear.ts'
import { Refusal } from '../../../hub/import/refusal.ts'

afterEach(() => vi.unstubAllEnvs())

describe('the way from the hub to its PostgreSQL', () => {
  it.each([
    'postgres://hub:x@127.0.0.1:5432/hub',
    'postgres://hub:x@localhost/hub',
    'postgres://hub:x@[::1]/hub',
    'postgres:///hub?host=/var/run/postgresql',
    'socket:/var/run/postgresql?db=hub',
    'postgres://hub:x@db.example/hub?sslmode=verify-full',
    'postgres://hub:x@db.example/hub?sslmode=disable',
  ])('may be %s', url => {
    expect(() => refuseInClear(url)).not.toThrow()
  })

  it.each([
    'postgres://hub:x@db.example/hub',
    'postgres://hub:x@10.1.2.3/hub',
    'postgres://hub:x@127.0.0.1.example/hub',
    'postgres://hub:x@db.example/hub?sslmode=prefer',
    'postgres://hub:x@db.example/hub?sslmode=no-verify',
    'postgres://hub:x@localhost/hub?host=db.example',
    'postgres://hub:x@db.example/hub?ssl=true',
  ])('may not be %s, and says what to add without saying the password', url => {
    let refusal: unknown
    try {
      openDatabase(url)
    } catch (problem) {
      refusal = problem
    }
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).message).toContain('sslmode=verify-full')
    expect((refusal as Refusal).message).not.toContain('hub:x')
  })

  it('is not led elsewhere by the environment', () => {
    vi.stubEnv('PGHOST', 'db.example')
    expect(() => refuseInClear('postgres:///hub')).toThrow('db.example')
  })
})
