import { z } from 'zod'
import { id, line, openId } from '@/lib/plain-text'

const rule = {
  areaId: openId(),
  themeId: openId(),
  words: line({ max: 300, required: false }),
  partyId: id(),
}
type Given = { areaId: string | null; themeId: string | null; words: string }

const saysSomething = ({ areaId, themeId, words }: Given) =>
  areaId !== null || themeId !== null || words !== ''
const nothing = { path: ['words'], params: { key: 'ruleNeedsSomething' } }

export const newRuleInput = z.object(rule).refine(saysSomething, nothing)
export type NewRuleInput = z.output<typeof newRuleInput>

const stamp = { id: id(), version: z.coerce.number().int().positive() }
export const changeRuleInput = z.object({ ...stamp, ...rule }).refine(saysSomething, nothing)
export type ChangeRuleInput = z.output<typeof changeRuleInput>

export const ruleInput = z.object(stamp)
export type RuleInput = z.output<typeof ruleInput>
