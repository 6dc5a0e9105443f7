import { type MockInstance, vi } from 'vitest'
import type { Database } from '@/db/open'

/** How many statements ran, not how many were prepared: the one is prepared once however often it runs. */
export function countStatements(database: Database, act: () => void): number {
  const prototype = Object.getPrototypeOf(database.$client.prepare('SELECT 1'))
  const spies: MockInstance[] = ['run', 'get', 'all', 'iterate'].map((way) => vi.spyOn(prototype, way))
  act()
  const ran = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  for (const spy of spies) spy.mockRestore()
  return ran
}
