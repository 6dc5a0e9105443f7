import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { lastQuarters, plainDateOf } from '../lib/dates'

/** One address of every kind of page, for the viewer who has most on it. */
export type Addresses = { name: string; viewer: string | null; path: string }[]

export const VIEWERS = [null, 'Mette Holm', 'Pia Storm', 'Søren Bak', 'Karen Lund', 'Ruth Vind'] as const

/** Reads the ids from the demo of the running server; the file is opened for reading only. */
export function everyPage(dataDir = process.env.DATA_DIR ?? '.tmp/e2e-data'): Addresses {
  const sqlite = new Sqlite(join(dataDir, 'en-indgang.db'), { readonly: true })
  const one = (sql: string) => sqlite.prepare(sql).pluck().get() as string
  const forum = (slug: string) => `(SELECT id FROM forums WHERE slug = '${slug}')`
  const sent = one(`SELECT id FROM meetings WHERE state = 'agenda_sent' AND forum_id = ${forum('noerrebro')}`)
  const draft = one("SELECT id FROM meetings WHERE state = 'planned'")
  const closed = one(
    `SELECT id FROM meetings WHERE state = 'closed' AND forum_id = ${forum('noerrebro')} LIMIT 1`,
  )
  const held = one("SELECT id FROM meetings WHERE state = 'held' LIMIT 1")
  const person = (name: string) => one(`SELECT id FROM people WHERE name = '${name}'`)
  const party = (name: string) => one(`SELECT id FROM parties WHERE short_name = '${name}'`)
  const item = (state: string) => one(`SELECT id FROM action_items WHERE state = '${state}' LIMIT 1`)

  const plan = one("SELECT id FROM master_plans WHERE name = 'NørreBrobyggerne'")
  const initiative = (state: string) =>
    one(`SELECT id FROM initiatives WHERE state = '${state}' AND plan_id = '${plan}' LIMIT 1`)
  const enquiry = (state: string, party = '%') =>
    one(
      `SELECT enquiries.id FROM enquiries JOIN parties ON parties.id = party_id WHERE state = '${state}' AND short_name LIKE '${party}' LIMIT 1`,
    )
  const noted = one("SELECT id FROM periods WHERE name = '2012-2014'")
  const method = one('SELECT id FROM methods LIMIT 1')
  const offer = one("SELECT id FROM municipal_offers WHERE title = 'Nørrebro Ungdomsklub'")

  const steeringGroup = (name: string) =>
    one(`SELECT id FROM steering_groups WHERE name = 'Styregruppen for ${name}'`)
  const unplaced = one('SELECT id FROM succession_items WHERE placement IS NULL LIMIT 1')
  const ofUnplaced = one(`SELECT steering_group_id FROM succession_items WHERE id = '${unplaced}'`)

  const withBif = one(
    "SELECT enquiry_id FROM enquiry_parts JOIN parties ON parties.id = party_id WHERE short_name = 'BIF' LIMIT 1",
  )

  const becameTopic = one('SELECT enquiry_id FROM enquiry_outcomes WHERE proposal_id IS NOT NULL LIMIT 1')
  const decided = one(
    `SELECT decisions.id FROM enquiry_outcomes JOIN proposals ON proposals.id = proposal_id
     JOIN decisions ON decisions.agenda_item_id = proposals.agenda_item_id LIMIT 1`,
  )
  const bif = one("SELECT id FROM parties WHERE short_name = 'BIF'")
  const made = plainDateOf(new Date(one("SELECT value FROM installation WHERE key = 'created_at'")))
  const past = lastQuarters(made)[2]!
  const account = `department=${bif}&year=${past.year}&quarter=${past.quarter}`

  const coordinator = {
    overview: '/',
    forums: '/forums',
    forum: '/forums/noerrebro',
    "a forum's goals": '/forums/noerrebro?edit=goals',
    "a forum's risks": '/forums/noerrebro?edit=risks',
    'new group': '/forums/noerrebro?edit=group',
    'working group': '/forums/noerrebro-arbejdsgruppe-om-fritidsjob',
    succession: '/forums/succession',
    'succession of one forum': '/forums/succession?forum=noerrebro&year=2025',
    'number of steering groups': '/forums/succession?edit=count',
    'what a steering group left': `/forums/succession/${ofUnplaced}`,
    'placing what a steering group left': `/forums/succession/${ofUnplaced}?place=${unplaced}`,
    'a steering group that is closed': `/forums/succession/${steeringGroup('Beboerprojekt Puls')}`,
    attendance: '/forums/attendance',
    'attendance by year': '/forums/attendance?by=year&forum=noerrebro',
    'attendance by meeting': '/forums/attendance?by=meeting',
    'working group for one plan': '/forums/vesterbro-sydhavnen-arbejdsgruppe-om-mozartsgade',
    meetings: '/meetings',
    'past meetings': '/meetings?when=past',
    'new meeting': '/meetings/new?forum=noerrebro',
    'new meeting series': '/meetings/series/new?forum=noerrebro',
    'days of a meeting series': `/meetings/series/new?forumId=${one(forum('noerrebro').slice(1, -1))}&rhythm=month-2&position=2&weekday=4&startsOn=2027-01-01&count=6`,
    'meeting with its agenda': `/meetings/${sent}`,
    'proposals waiting': '/meetings/proposals',
    'not filed': '/meetings/filing',
    'a topic': `/meetings/topics/${one(`SELECT topic_id FROM agenda_items WHERE meeting_id = '${closed}' AND kind <> 'formality' LIMIT 1`)}`,
    'agenda being written': `/meetings/${draft}/agenda`,
    'rehearsal of the agenda': `/meetings/${draft}/agenda/send`,
    'attaching a file': `/meetings/${draft}/attachments`,
    workspace: `/meetings/${sent}/workspace`,
    'minutes being written': `/meetings/${held}/minutes`,
    'minutes approved': `/meetings/${closed}/minutes`,
    'action items': '/action-items?scope=all',
    'action item open': `/action-items/${item('open')}`,
    'action item reported': `/action-items/${item('reported_done')}`,
    'collected reminders': '/action-items/chase',
    'new action item': '/action-items/new?forum=noerrebro',
    me: '/me',
    administration: '/admin',
    'scheduled jobs': '/admin/jobs',
    'outgoing mail': '/admin/outbox',
    'event log': '/admin/events',
    people: '/admin/people',
    'people sought': '/admin/people?q=storm&role=housing_organisation',
    'a person': `/admin/people/${person('Søren Bak')}`,
    'moving a person': `/admin/people/${person('Erik Dam')}/move`,
    'deactivating a person': `/admin/people/${person('Amina Yusuf')}/deactivate`,
    'new person': '/admin/people/new',
    parties: '/admin/parties',
    'a party': `/admin/parties/${one("SELECT id FROM parties WHERE short_name = 'AKB København'")}`,
    'new party': '/admin/parties/new',
    'seat map': '/admin/seats',
    "a forum's seats": '/admin/seats?forum=bispebjerg',
    'a seat': `/admin/seats/${one(`SELECT id FROM seats WHERE person_id = '${person('Pia Storm')}'`)}`,
    'new seat': `/admin/seats/new?forum=bispebjerg&person=${person('Louise Damsbo')}`,
    'forums administered': '/admin/forums',
    'steering groups': '/admin/steering-groups',
    'a steering group': `/admin/steering-groups?change=${ofUnplaced}`,
    themes: '/admin/lists/theme',
    initiatives: '/initiatives',
    'an initiative': `/initiatives/${initiative('approved')}`,
    'an initiative without a theme': `/initiatives/${initiative('draft')}`,
    'new initiative': `/initiatives/new?plan=${plan}`,
    plans: '/plans',
    'a plan': `/plans/${plan}`,
    hours: '/hours',
    "a plan's hours": `/hours/${plan}`,
    'hours promised to a plan': `/hours/${plan}?edit=promises`,
    "a quarter's hours of a department": `/hours/${plan}?department=${bif}&quarter=${past.quarter}&year=${past.year}`,
    'hours confirmed': '/hours/confirm',
    "a department's hours": `/hours/confirm?${account}`,
    'rules for hours': '/hours/rules',
    funding: '/funding',
    'funding of the note': `/funding?period=${noted}`,
    'entering an amount': `/funding?period=${noted}&edit=figure`,
    'changing an allocation': `/funding?period=${noted}&edit=allocation&id=${one(`SELECT id FROM allocations WHERE period_id = '${noted}' LIMIT 1`)}`,
    'entering a decision': '/funding?edit=decision',
    'changing a remark': `/funding?period=${noted}&edit=remark&id=${one("SELECT id FROM decision_remarks WHERE followed_up <> '' LIMIT 1")}`,
    'new plan': '/plans/new',
    offers: '/offers',
    'an offer': `/offers/${offer}`,
    'new offer': '/offers/new',
    overlaps: '/overlaps',
    methods: '/methods',
    'a method': `/methods/${method}`,
    'new method': '/methods/new',
    enquiries: '/enquiries',
    'enquiries closed': '/enquiries?tab=closed',
    'logging an enquiry': '/enquiries/new',
    'rules for enquiries': '/enquiries/rules',
    'figures of enquiries': '/enquiries/figures',
    'a new enquiry': `/enquiries/${enquiry('received')}`,
    'an enquiry': `/enquiries/${enquiry('with_department')}`,
    'an enquiry that became a topic': `/enquiries/${becameTopic}`,
    'a decision': `/decisions/${decided}`,
    'sorting an enquiry': `/enquiries/${enquiry('received')}?do=sort`,
    'passing an enquiry on': `/enquiries/${enquiry('received')}?do=route`,
    'answering an enquiry': `/enquiries/${enquiry('with_department')}?do=answer`,
    'proposing an enquiry': `/enquiries/${enquiry('received')}?do=propose`,
    'an action item from an enquiry': `/enquiries/${enquiry('received')}?do=item`,
    'an enquiry to an initiative': `/enquiries/${enquiry('received')}?do=initiative`,
    import: '/admin/import',
    'import of promised hours': '/admin/import/commitments',
    'import of baselines': '/admin/import/baselines',
    'import of seats': '/admin/import/seats',
    'hand-overs': '/handover',
    "a coordinator's hand-over": `/handover/coordinators/${person('Mette Holm')}`,
    "a department's hand-over": `/handover/departments/${party('BIF')}`,
    "a coordinator's person page": `/admin/people/${person('Jonas Friis')}`,
    'funding periods': '/admin/periods',
    'changing a funding period': `/admin/periods?change=${noted}`,
    reports: '/reports',
    'a report': '/reports/account',
    "a department's report": `/reports/account?party=${bif}`,
    'rows of a report': '/reports/rows?figure=meetings.invited.all',
    help: '/help',
    accessibility: '/accessibility',
    'not found': '/meetings/nowhere',
  }
  const organisation = {
    overview: '/',
    'meeting with its agenda': `/meetings/${sent}`,
    'minutes approved': `/meetings/${closed}/minutes`,
    forum: '/forums/noerrebro',
    'its plan': `/plans/${plan}`,
    'its hours': '/hours',
    "its plan's hours": `/hours/${plan}`,
    'rules for its hours': '/hours/rules',
    'an initiative of its own': `/initiatives/${initiative('draft')}`,
    'overlaps of its own': '/overlaps',
    methods: '/methods',
    enquiries: '/enquiries?tab=all',
    asking: '/enquiries/new',
    'an enquiry of its own': `/enquiries/${enquiry('awaiting_asker', 'fsb')}`,
    'an enquiry answered': `/enquiries/${enquiry('closed', 'fsb')}?asked=1`,
    'its enquiry that became a topic': `/enquiries/${becameTopic}`,
    'a decision': `/decisions/${decided}`,
    reports: '/reports',
    'its report': '/reports/account',
    'rows of its report': '/reports/rows?figure=hours.delivered.all',
    'proposing an item': `/meetings/${sent}/propose`,
    proposals: '/meetings/proposals',
  }
  const listed = (viewer: string | null, pages: Record<string, string>) =>
    Object.entries(pages).map(([name, path]) => ({ name, viewer, path }))
  const pages = [
    ...listed(null, {
      'sign-in': '/sign-in',
      'sign-in link': '/sign-in/link/unknown',
      'sign-in mail': '/sign-in/mail/unknown',
      'sign-in code': '/sign-in/code',
      'sign-in refused': '/sign-in/refused?reason=noAccess',
      'signed link': '/l/unknown',
      'signed link done': '/l/done?what=action_item.accept',
    }),
    ...listed('Mette Holm', coordinator),
    ...listed('Pia Storm', organisation),
    ...listed('Søren Bak', {
      overview: '/',
      succession: '/forums/succession',
      'what a steering group left': `/forums/succession/${ofUnplaced}`,
      attendance: '/forums/attendance?by=meeting',
      'my action items': '/action-items',
      funding: '/funding',
      enquiries: '/enquiries?tab=all',
      'an enquiry to answer': `/enquiries/${withBif}`,
      hours: '/hours',
      'hours to confirm': `/hours/confirm?${account}`,
      'own hours': '/hours/mine',
      "his department's report": '/reports/account',
    }),
    ...listed('Karen Lund', {
      'hand-overs': '/handover',
      "her department's hand-over": `/handover/departments/${party('BIF')}`,
    }),
    ...listed('Ruth Vind', {
      overview: '/',
      'event log': '/admin/events',
      succession: '/forums/succession',
      attendance: '/forums/attendance',
      funding: '/funding',
      'a report': '/reports/account',
    }),
  ]
  sqlite.close()
  return pages
}

/** The coming meeting of the forum in Nørrebro: ten people, four items. */
export function comingMeeting(dataDir: string): string {
  const sqlite = new Sqlite(join(dataDir, 'en-indgang.db'), { readonly: true })
  const id = sqlite
    .prepare(
      `SELECT meetings.id FROM meetings JOIN forums ON forums.id = meetings.forum_id
       WHERE forums.slug = 'noerrebro' AND meetings.state = 'agenda_sent'`,
    )
    .pluck()
    .get() as string
  sqlite.close()
  return id
}
