import { can } from './can'
import type { Viewer } from './viewer'

/** Who administers: a coordinator on a page, or the operator, to whom the machine with the database belongs anyway. */
export type Administrator = Viewer | { job: 'cli' }

export const mayAdminister = (actor: Administrator): boolean => 'job' in actor || can.administer(actor)
