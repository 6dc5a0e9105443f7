import { agendaItems, type Outcome, topics } from '@/db/schema'
import type { ComingMeeting, DemoItem, DemoMeeting } from './content'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import type { SeededMeeting } from './meetings'

const OPENING: DemoItem[] = [
  { topic: 'Velkomst og godkendelse af referat', kind: 'formality', presenter: 'Tovholder', minutes: 5 },
  { topic: 'Siden sidst', kind: 'orientation', presenter: 'Tovholder', minutes: 10 },
]
const CLOSING: DemoItem = { topic: 'Eventuelt', kind: 'formality', presenter: '', minutes: 5 }

/** The items of a held meeting, with what was said at its opening and its end. */
export function itemsOf({ items, sinceLast, other }: DemoMeeting): DemoItem[] {
  const [welcome, since] = OPENING as [DemoItem, DemoItem]
  return [
    welcome,
    { ...since, notes: sinceLast ? [sinceLast] : [] },
    ...items.filter(({ visibility = 'forum' }) => visibility === 'forum'),
    { ...CLOSING, notes: other ? [other] : [] },
    ...items.filter(({ visibility = 'forum' }) => visibility !== 'forum'),
  ]
}

export function comingItems({ agenda, items }: ComingMeeting): DemoItem[] {
  if (agenda === 'none') return []
  return agenda === 'unfinished' ? [...OPENING, ...items] : itemsOf({ items })
}

/** One topic per forum and wording, however often it comes back. */
export function topicBook({ tx, id }: SeedContext, forumId: string): (title: string, at: Date) => string {
  const known = new Map<string, string>()
  return (title, at) => {
    const topic = known.get(title) ?? id()
    if (!known.has(title)) {
      tx.insert(topics).values({ id: topic, forumId, title, createdAt: at }).run()
      known.set(title, topic)
    }
    return topic
  }
}

type Agenda = {
  meeting: SeededMeeting
  topicId: ReturnType<typeof topicBook>
  createdAt: Date
  sentAt: Date | null
  /** Nothing is settled before the meeting. */
  held: boolean
}

/** Writes an item and returns its id. */
export function writeItem(
  { tx, id, tell }: SeedContext,
  { party }: Directory,
  { meeting, topicId, createdAt, sentAt, held }: Agenda,
  item: DemoItem,
  position: number,
): string {
  const itemId = id()
  tx.insert(agendaItems)
    .values({
      id: itemId,
      meetingId: meeting.id,
      topicId: topicId(item.topic, createdAt),
      position,
      title: item.title ?? item.topic,
      kind: item.kind,
      presenter: item.presenter,
      minutes: item.minutes,
      description: item.description ?? '',
      visibility: item.visibility ?? 'forum',
      proposerPartyId: item.proposer ? party(item.proposer).id : null,
      outcome: held ? (item.outcome ?? usualOutcome(item)) : 'pending',
      writesItself: item.topic === 'Siden sidst',
      sentAt,
      createdAt,
    })
    .run()
  tell(
    {
      kind: 'agenda-item.added',
      subject: ['agenda-item', itemId],
      forumId: meeting.forumId,
      data: { meeting: meeting.id },
    },
    createdAt,
    meeting.convenerId,
  )
  return itemId
}

const usualOutcome = ({ kind, decisions = [] }: DemoItem): Outcome => {
  if (decisions.length > 0) return 'decided'
  return kind === 'orientation' || kind === 'formality' ? 'noted' : 'discussed'
}
