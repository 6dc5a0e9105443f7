import type Sqlite from 'better-sqlite3'

/** What a process said was saved: from then on the row is at least this new, and while no newer, says this. */
export type Ack = { kind: Kind; id: string; version: number; text: string }
type Kind = 'note' | 'decision' | 'action-item' | 'attendance'

const ROWS: Record<Kind, { table: string; text: string }> = {
  note: { table: 'notes', text: 'body' },
  decision: { table: 'decisions', text: 'body' },
  'action-item': { table: 'action_items', text: "state || ' ' || title" },
  attendance: { table: 'attendances', text: 'status' },
}

/** The acknowledged changes that are not there. */
export function lost(sqlite: Sqlite.Database, acks: Ack[]): Ack[] {
  const find = Object.fromEntries(
    Object.entries(ROWS).map(([kind, { table, text }]) => [
      kind,
      sqlite.prepare(`SELECT version, ${text} AS text FROM ${table} WHERE id = ?`),
    ]),
  )
  return acks.filter(({ kind, id, version, text }) => {
    const row = find[kind]?.get(id) as { version: number; text: string } | undefined
    return !row || row.version < version || (row.version === version && row.text !== text)
  })
}

/** Changes of the meeting that are there without their event, and events without their change. */
export function halves(sqlite: Sqlite.Database, meetingId: string): string[] {
  return sqlite.prepare(HALVES).pluck().all({ meetingId }) as string[]
}

/** What SQLite itself finds wrong with the file. */
export function damage(sqlite: Sqlite.Database): string[] {
  const integrity = sqlite.prepare('PRAGMA integrity_check').pluck().all() as string[]
  const references = sqlite.pragma('foreign_key_check') as { table: string }[]
  return [
    ...integrity.filter((line) => line !== 'ok'),
    ...references.map(({ table }) => `${table} points nowhere`),
  ]
}

// Every change raises the version by one and writes one event. A seat's row stands, unset, before anybody says a word.
const HALVES = `
  WITH
    told AS (SELECT subject_kind, subject_id, count(*) AS events FROM events GROUP BY 1, 2),
    made AS (
      SELECT 'note' AS kind, id, version AS changes FROM notes WHERE meeting_id = @meetingId
      UNION ALL
      SELECT 'decision', id, version FROM decisions WHERE meeting_id = @meetingId
      UNION ALL
      SELECT 'action-item', id, version FROM action_items WHERE meeting_id = @meetingId
      UNION ALL
      SELECT 'action', id, 1 FROM action_items WHERE meeting_id = @meetingId
      UNION ALL
      SELECT 'attendance', id, version - (seat_id IS NOT NULL) FROM attendances WHERE meeting_id = @meetingId
    ),
    steps AS (SELECT action_item_id AS id, count(*) AS steps FROM action_item_steps GROUP BY 1)
  SELECT kind || ' ' || made.id || ': ' || changes || ' changes, ' || ifnull(events, 0) || ' events'
  FROM made LEFT JOIN told ON subject_kind = kind AND subject_id = made.id
  WHERE changes <> ifnull(events, 0)
  UNION ALL
  SELECT 'action item ' || id || ': ' || version || ' changes, ' || ifnull(steps, 0) || ' steps'
  FROM action_items LEFT JOIN steps USING (id)
  WHERE meeting_id = @meetingId AND version <> ifnull(steps, 0)
  UNION ALL
  SELECT subject_kind || ' ' || subject_id || ' has events and is not there'
  FROM told
  WHERE subject_kind = 'note' AND subject_id NOT IN (SELECT id FROM notes)
    OR subject_kind = 'decision' AND subject_id NOT IN (SELECT id FROM decisions)
    OR subject_kind IN ('action', 'action-item') AND subject_id NOT IN (SELECT id FROM action_items)
    OR subject_kind = 'attendance' AND subject_id NOT IN (SELECT id FROM attendances)
`
