import type { Visibility } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'

const SERIES: Record<Visibility, string> = { forum: '', own: 'E', internal: 'I' }

type Numbered = { number: number; visibility: Visibility; decidedOn: PlainDate }

/** A decision as one refers to it: 31/2026 for the forum's, E2/2026 for one party's, I4/2026 for an internal one. */
export const decisionLabel = ({ number, visibility, decidedOn }: Numbered): string =>
  `${SERIES[visibility]}${number}/${decidedOn.slice(0, 4)}`
