import { type PlainDate, plainDateOf } from '@/lib/dates'
import { can, isTeam, type Viewer } from '@/policy'
import { mayStep } from '../commands/step'
import type { EnquiryDetail } from '../queries/detail'
import { canReopen, ENQUIRY_WAYS, type EnquiryStep, isOpenEnquiry, isThirdRefusal } from '../rules'

export type Deed = EnquiryStep | 'sort' | 'propose' | 'item' | 'initiative' | 'attach' | 'added'

const OF_TEAM = ['sort', 'propose', 'item', 'initiative'] as const
const ORDER: readonly Deed[] = [
  ...(['sort', 'route', 'reply', 'ask', 'answer', 'agree', 'reopen', 'added', 'propose', 'item'] as const),
  ...(['initiative', 'delay', 'duplicate', 'not_ours', 'attach'] as const),
]

/** What this viewer can do with an enquiry now, in the order of the work. */
export function offeredDeeds(enquiry: EnquiryDetail, viewer: Viewer, day: PlainDate): Deed[] {
  const { state, parts } = enquiry
  const open = isOpenEnquiry(state)
  const lead = parts.find(({ leads }) => leads) ?? null
  const answeredOn = enquiry.answeredAt && plainDateOf(enquiry.answeredAt)
  const offered: Deed[] = ENQUIRY_WAYS[state].filter(
    (step) =>
      mayStep(step, viewer, enquiry, lead) &&
      (step !== 'reopen' || canReopen({ state, answeredOn }, day)) &&
      (step !== 'route' || isTeam(viewer) || !isThirdRefusal(parts)),
  )
  if (can.triageEnquiries(viewer)) offered.push(...OF_TEAM.filter((deed) => open || deed !== 'sort'))
  const asks = can.askAsParty(viewer, enquiry)
  if (asks && open && state !== 'awaiting_asker') offered.push('added')
  if (open && (asks || can.seeDrafts(viewer))) offered.push('attach')
  return ORDER.filter((deed) => offered.includes(deed))
}
