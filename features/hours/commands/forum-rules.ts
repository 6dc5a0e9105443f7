import { desc, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { forumHourRules, forums } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { HourRuleInput } from '../input'
import { ruleOn } from '../rules'

/** From a day on; meetings before it keep the rule they had. What was chosen is never overwritten. */
export function setHourRule(person: Viewer, input: HourRuleInput, now: Date): void {
  const { forumId, fromOn, rule, reason } = input
  write((tx) => {
    authorize(can.setHourRule(person))
    const forum = tx.select().from(forums).where(eq(forums.id, forumId)).get()
    if (forum?.kind !== 'forum') throw new NotFound()
    const rules = tx
      .select()
      .from(forumHourRules)
      .where(eq(forumHourRules.forumId, forumId))
      .orderBy(desc(forumHourRules.fromOn))
      .all()
    if (rules.some((other) => other.fromOn === fromOn)) throw new Refused('ruleHasDay', undefined, 'fromOn')
    const ruleBefore = ruleOn(rules, fromOn)
    if (ruleBefore === rule) throw new Refused('ruleTheSame', undefined, 'rule')
    tx.insert(forumHourRules)
      .values({ forumId, fromOn, rule, reason, setAt: now, setById: person.personId })
      .run()
    const data = { fromOn, ruleBefore, ruleAfter: rule }
    record(tx, person, { kind: 'forum.hour-rule-set', subject: ['forum', forumId], forumId, data }, now)
  })
}
