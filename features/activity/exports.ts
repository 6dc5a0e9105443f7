import { stringify } from 'csv-stringify/sync'
import type { ListedEvent } from './queries'

/**
 * The events as CSV for a Danish Excel: UTF-8 with a mark, semicolons, times in UTC. A cell that a spreadsheet would
 * take for a formula is defused.
 */
export function eventsAsCsv(events: ListedEvent[]): string {
  return stringify(
    events.map(({ seq, at, actorKind, actor, kind, subjectKind, subjectId, title, forum, data }) => [
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
    {
      header: true,
      columns: [
        ...[
          'seq',
          'at',
          'actor_kind',
          'actor',
          'kind',
          'subject_kind',
          'subject_id',
          'subject',
          'forum',
          'data',
        ],
      ],
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  )
}
