import { z } from 'zod'
import { LIKELIHOODS } from '@/db/schema'
import { id, line } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()
const words = { title: line({ max: 200 }), likelihood: z.enum(LIKELIHOODS), watcherId: id() }

export const newRiskInput = z.object({ forumId: id(), ...words })
export type NewRiskInput = z.output<typeof newRiskInput>

export const changeRiskInput = z.object({ id: id(), version, ...words })
export type ChangeRiskInput = z.output<typeof changeRiskInput>

export const riskInput = z.object({ id: id(), version })
export type RiskInput = z.output<typeof riskInput>
