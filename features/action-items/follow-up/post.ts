import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { followers, forums, mailPreferences, type News, notices, outbox, people } from '@/db/schema'
import { post } from '@/features/outbox/post'
import { newId } from '@/lib/ids'
import { isOutsider, type Viewer } from '@/policy'
import type { ActionItem } from '../commands/load'
import type { TakenStep } from '../rules'
import { FOLLOWED, NEWS_OF, USUAL } from './rules'

/** In the transaction of a step: tells whom it concerns, in the way they want to be told. */
export function tellAbout(
  tx: Transaction,
  actor: Viewer,
  step: TakenStep,
  item: ActionItem,
  now: Date,
): void {
  const told = new Set<string>()
  for (const { news, to } of NEWS_OF[step] ?? []) {
    const personId = to === 'issuer' ? issuerOf(tx, item) : item.responsiblePersonId
    if (!personId) continue
    tell(tx, actor, { personId, news, item }, now)
    told.add(personId)
  }
  if (!FOLLOWED.includes(step)) return
  for (const personId of followersOf(tx, item.id)) {
    if (!told.has(personId)) tell(tx, actor, { personId, news: 'followed', item }, now)
  }
}

const followersOf = (tx: Transaction, itemId: string): string[] =>
  tx
    .select({ id: followers.personId })
    .from(followers)
    .where(and(eq(followers.actionItemId, itemId), isNull(followers.removedAt)))
    .all()
    .map(({ id }) => id)

type Telling = { personId: string; news: News; item: Pick<ActionItem, 'id' | 'releasedAt'> }

/** One's own acts are never mailed, nor what its reader may not see yet. Several within ten minutes are one mail. */
export function tell(tx: Transaction, actor: Viewer, { personId, news, item }: Telling, now: Date): void {
  if (personId === actor.personId) return
  const person = tx
    .select({ role: people.role, locale: people.locale, channel: mailPreferences[news] })
    .from(people)
    .leftJoin(mailPreferences, eq(mailPreferences.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
    .get()
  if (!person || (isOutsider(person) && item.releasedAt === null)) return
  const channel = person.channel ?? USUAL[news]
  if (channel === 'none') return
  const to = { personId, locale: person.locale }
  const outboxId =
    channel === 'digest'
      ? null
      : (waitingNews(tx, personId, now) ?? post(tx, { kind: 'item_news', to, payload: {} }, now))
  tx.insert(notices).values({ id: newId(), personId, actionItemId: item.id, news, at: now, outboxId }).run()
}

/** The mail that waits for its ten minutes takes up what happens meanwhile. */
const waitingNews = (tx: Transaction, personId: string, now: Date): string | undefined =>
  tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, 'item_news'),
        eq(outbox.recipientId, personId),
        eq(outbox.state, 'waiting'),
        eq(outbox.attempts, 0),
        gt(outbox.notBefore, now),
      ),
    )
    .get()?.id

/** Who gave the item, or who convenes the forum where that one is here no more. */
function issuerOf(tx: Transaction, { issuerId, forumId }: ActionItem): string | null {
  const issuer = tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, issuerId), isNull(people.deactivatedAt)))
    .get()
  if (issuer) return issuer.id
  return tx.select({ id: forums.convenerId }).from(forums).where(eq(forums.id, forumId)).get()?.id ?? null
}
