import type { Database } from '@/db/open'
import { actionItems, topics } from '@/db/schema'
import { DEMO_NOW } from './demo'

/** Every topic of the demo is over, so that the next agenda begins with what every agenda begins with. */
export function nothingComesBack(database: Database): void {
  database.update(topics).set({ closedAt: DEMO_NOW }).run()
  database.update(actionItems).set({ state: 'closed', closedAt: DEMO_NOW }).run()
}
