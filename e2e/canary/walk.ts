import type { APIRequestContext } from '@playwright/test'
import { type Canary, wordsIn } from './plant'
import { readWords } from './read'

export type Leak = { address: string; word: string }
export type Walk = { leaks: Leak[]; seen: Set<string>; addresses: number }

const LINK = /href="(\/[^"#]*)"/g
const SHAPES = [{}, { RSC: '1' }] as const
/** A file is the same however it is asked for. */
const FILE = /\.(pdf|docx|ics|csv|xlsx|zip)(\?|$)|^\/attachments\//
/** A report links each of its hundreds of figures; those with all their rows are asked for by name. */
const PARTS_OF_ROWS = '/reports/rows'

/**
 * Asks every known address, and every address those pages link to, as a page and as raw flight data,
 * and reports each word the viewer may not see. A download is read like a page.
 */
export async function walk(
  request: APIRequestContext,
  known: string[],
  allowed: (word: string) => boolean,
): Promise<Walk> {
  const queue = [...new Set(known)]
  const asked = new Set(queue)
  const result: Walk = { leaks: [], seen: new Set(), addresses: 0 }
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    result.addresses++
    for (const headers of FILE.test(address) ? SHAPES.slice(0, 1) : SHAPES) {
      const response = await request.get(address, { headers, maxRedirects: 0 })
      const body = await readWords(response)
      if (response.status() >= 500) result.leaks.push({ address, word: `HTTP ${response.status()}` })
      for (const word of wordsIn(body)) {
        result.seen.add(word)
        if (!allowed(word)) result.leaks.push({ address, word })
      }
      for (const [, link] of body.matchAll(LINK)) {
        const found = link?.replaceAll('&amp;', '&')
        if (
          !found ||
          asked.has(found) ||
          found.startsWith('/_next') ||
          found.startsWith(PARTS_OF_ROWS) ||
          asked.size > 4000
        )
          continue
        asked.add(found)
        queue.push(found)
      }
    }
  }
  return result
}

/** The figures of a report whose rows hold those of all the others. */
const WHOLE_FIGURES = [
  'meetings.invited.all',
  'meetings.held.all',
  'items.closed.all',
  'items.open',
  'decisions.made.all',
  'decisions.inForce.all',
  'hours.delivered.all',
  'hours.plans',
  'enquiries.all.asked.all',
  'feedback.all.asker',
  'initiatives.running.all',
  'overlaps.found',
  'overlaps.settled',
  'bridges.contacts.all',
  'seats.required.all',
]

/** Every address one can make from the ids of the database: what nobody links to must not answer either. */
export function addressesOf(sqlite: import('better-sqlite3').Database): string[] {
  const column = (sql: string) => sqlite.prepare(sql).pluck().all() as string[]
  const meetings = column('SELECT id FROM meetings')
  return [
    ...[
      '/',
      '/forums',
      '/meetings',
      '/meetings?when=past',
      '/action-items',
      '/action-items?scope=all',
      '/me',
    ],
    ...['/action-items/list.csv?scope=all', '/action-items/list.xlsx?scope=all', '/action-items/list.csv'],
    ...['/action-items?scope=party', '/action-items?scope=waiting', '/meetings/new', '/action-items/new'],
    ...['/help', '/accessibility', '/sign-in'],
    ...[
      '/initiatives',
      '/plans',
      '/hours',
      '/hours?year=2025',
      '/hours/rules',
      '/hours/mine',
      '/hours/confirm',
      '/offers',
      '/overlaps',
      '/methods',
      '/initiatives?missing=theme',
    ],
    ...column('SELECT id FROM master_plans').flatMap((id) => [
      `/plans/${id}`,
      `/hours/${id}`,
      `/hours/${id}?year=2025`,
      `/hours/${id}?edit=promises`,
    ]),
    ...column(
      "SELECT DISTINCT party_id || '&year=' || year || '&quarter=' || quarter FROM hour_confirmations",
    ).map((account) => `/hours/confirm?department=${account}`),
    '/funding',
    ...column('SELECT id FROM periods').flatMap((id) => [
      `/funding?period=${id}`,
      `/funding?period=${id}&edit=figure`,
      `/funding?period=${id}&edit=allocation`,
      `/admin/periods?change=${id}`,
    ]),
    ...column('SELECT DISTINCT plan_id FROM initiatives').flatMap((id) => [
      `/plans/${id}/change`,
      `/initiatives/new?plan=${id}`,
    ]),
    ...column('SELECT id FROM initiatives').flatMap((id) => [
      `/initiatives/${id}`,
      `/initiatives/${id}/change`,
      `/initiatives/${id}/bridges.csv`,
    ]),
    '/handover',
    ...column('SELECT id FROM parties').flatMap((id) =>
      ['', '/handover.zip'].map((part) => `/handover/departments/${id}${part}`),
    ),
    ...column("SELECT id FROM people WHERE role = 'coordinator'").flatMap((id) =>
      ['', '/handover.zip'].map((part) => `/handover/coordinators/${id}${part}`),
    ),
    ...['commitments', 'baselines', 'seats'].flatMap((list) => [
      `/admin/import/${list}`,
      `/admin/import/${list}/example.csv`,
    ]),
    '/reports',
    ...['', ...column("SELECT id FROM parties WHERE short_name IN ('BIF', 'fsb', 'AAB')")].flatMap(
      (party) => [
        ...['', '/report.pdf', '/report.docx', '/report.xlsx', '/report.csv'].map(
          (file) => `/reports/account${file}?party=${party}`,
        ),
        ...WHOLE_FIGURES.map((figure) => `/reports/rows?party=${party}&figure=${figure}`),
      ],
    ),
    ...['/enquiries', '/enquiries?tab=all', '/enquiries/new', '/enquiries/rules', '/enquiries/figures'],
    ...column('SELECT id FROM enquiries').flatMap((id) =>
      ['', '?do=answer', '?do=propose'].map((step) => `/enquiries/${id}${step}`),
    ),
    ...['/forums/succession', '/forums/succession?year=2025', '/forums/succession?edit=count'],
    ...column('SELECT id FROM steering_groups').map((id) => `/forums/succession/${id}`),
    ...column('SELECT id FROM succession_items').map(
      (id) =>
        `/forums/succession/${column(`SELECT steering_group_id FROM succession_items WHERE id = '${id}'`)[0]}?place=${id}`,
    ),
    ...['meeting', 'quarter', 'year'].map((by) => `/forums/attendance?by=${by}`),
    ...column("SELECT slug FROM forums WHERE kind = 'forum'").map(
      (slug) => `/forums/attendance?by=meeting&forum=${slug}`,
    ),
    ...column('SELECT id FROM methods').map((id) => `/methods/${id}`),
    ...column('SELECT id FROM municipal_offers').map((id) => `/offers/${id}`),
    ...column('SELECT slug FROM forums').flatMap((slug) => [
      `/forums/${slug}`,
      `/meetings?forum=${slug}`,
      `/meetings?when=past&forum=${slug}`,
      `/action-items?scope=forum&forum=${slug}`,
    ]),
    ...meetings.flatMap((id) =>
      [
        '',
        '/agenda',
        '/agenda/send',
        '/workspace',
        '/minutes',
        '/minutes.pdf',
        '/calendar.ics',
        '/attachments',
      ].map((part) => `/meetings/${id}${part}`),
    ),
    ...column('SELECT id FROM attachments').map((id) => `/attachments/${id}`),
    ...column('SELECT id FROM proposals').map((id) => `/meetings/proposals/${id}`),
    ...column('SELECT id FROM decisions').map((id) => `/decisions/${id}`),
    ...column('SELECT id FROM action_items').map((id) => `/action-items/${id}`),
    ...['people', 'parties', 'seats'].flatMap((section) => [
      `/admin/${section}`,
      `/admin/${section}/new`,
      ...column(`SELECT id FROM ${section}`).map((id) => `/admin/${section}/${id}`),
    ]),
    '/admin/outbox',
    ...column('SELECT id FROM outbox').map((id) => `/admin/outbox/${id}`),
    ...column('SELECT id FROM people').flatMap((id) => [
      `/admin/people/${id}/move`,
      `/admin/people/${id}/deactivate`,
    ]),
  ]
}

export const describeLeaks = (leaks: Leak[], canaries: Canary[]): string[] =>
  leaks.slice(0, 20).map(({ address, word }) => {
    const canary = canaries.find((candidate) => candidate.word === word)
    return `${address}: ${canary?.what ?? word}`
  })
