import { ask, askRaw } from '../ask'
import { type Canary, wordsIn } from './plant'
import { readWords } from './read'

export type Leak = { address: string; word: string }
export type Walk = { leaks: Leak[]; seen: Set<string>; seenRaw: Set<string>; addresses: number }

const LINK = /href="(\/[^"#]*)"/g
/** A file is the same however it is asked for. */
const FILE = /\.(pdf|docx|ics|csv|xlsx|zip)(\?|$)|^\/attachments\//
/** Next's own, and what a report links hundreds of: its figures with all their rows are asked for by name. */
const NOT_FOLLOWED = /^\/(_next|reports\/rows)/
/** Links that lead on without end are a fault too: nobody has so many pages to walk. */
const MOST = 4000

/** What makes pages of one kind differ: ids, and what is asked for. */
const PARTICULARS = /[0-9a-f]{8}-[0-9a-f-]{27}|=[^&]*/g
/** A page holds its raw data too; asked for alone it is read of the first pages of each kind. */
const RAW_OF_A_KIND = 3

/**
 * Asks every known address, and what those pages link to, as a page and as raw flight data,
 * and reports each word the viewer may not see, up to as many as are `enough`. A download is read like a page.
 */
export async function walk(
  url: string,
  cookies: string,
  known: string[],
  allowed: (word: string) => boolean,
  enough = Number.POSITIVE_INFINITY,
): Promise<Walk> {
  const asked = new Set(known)
  const raw = new Map<string, number>()
  const result: Walk = { leaks: [], seen: new Set(), seenRaw: new Set(), addresses: 0 }
  // A set is walked in the order of its making, with what is added on the way.
  for (const address of asked) {
    result.addresses++
    for (const shape of isAskedRaw(address, raw) ? [ask, askRaw] : [ask]) {
      const { status, headers, bytes } = await shape(url, { path: address, headers: { Cookie: cookies } })
      const body = await readWords(bytes, headers['content-type'])
      const words = wordsIn(body)
      for (const word of words) (shape === ask ? result.seen : result.seenRaw).add(word)
      for (const word of words.filter((one) => !allowed(one))) result.leaks.push({ address, word })
      if (status >= 500) result.leaks.push({ address, word: `HTTP ${status}` })
      for (const link of linksIn(body)) asked.add(link)
    }
    if (asked.size > MOST)
      throw new Error(`More than ${MOST} pages to walk, the last of them ${[...asked].at(-1)}.`)
    if (result.leaks.length >= enough) break
  }
  return result
}

/** Whether it is a page, and among the first of its kind. */
function isAskedRaw(address: string, counted: Map<string, number>): boolean {
  const kind = address.replaceAll(PARTICULARS, '')
  const before = counted.get(kind) ?? 0
  counted.set(kind, before + 1)
  return !FILE.test(address) && before < RAW_OF_A_KIND
}

const linksIn = (body: string) =>
  [...body.matchAll(LINK)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => !NOT_FOLLOWED.test(link))

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
    // Most of what only some may see is written at meetings: a leak shows soonest there.
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
