import type { InitiativeState } from '@/db/schema'

/** Five steps over the hill: idea, prepared, begun, running, in goal. A person says where; nothing computes it. */
export const HILL = [1, 2, 3, 4, 5] as const

export const isOpen = (state: InitiativeState): boolean => state !== 'ended'

type Approvable = { themeId: string | null; state: InitiativeState }

/** Why an initiative cannot be approved for co-financing now, if it cannot (S39, S40). */
export function whyNotApproved({ themeId, state }: Approvable): 'themeMissing' | 'initiativeIs' | null {
  if (state !== 'draft') return 'initiativeIs'
  return themeId === null ? 'themeMissing' : null
}
