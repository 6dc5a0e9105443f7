import { csv } from '@/lib/csv'
import type { ListedEvent } from './queries'

const COLUMNS = 'seq at actor_kind actor kind subject_kind subject_id subject forum data'.split(' ')

/** The events as CSV, with times in UTC. */
export const eventsAsCsv = (events: ListedEvent[]): string =>
  csv([
    COLUMNS,
    ...events.map(({ seq, at, actorKind, actor, kind, subjectKind, subjectId, title, forum, data }) => [
      seq,
      at.toISOString(),
      actorKind,
      actor,
      kind,
      subjectKind,
      subjectId,
      title,
      forum,
      JSON.stringify(data),
    ]),
  ])
