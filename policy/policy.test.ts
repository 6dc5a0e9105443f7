import { eq, type SQL } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import {
  actionItems,
  agendaItems,
  attachments,
  decisions,
  enquiries,
  enquiryMessages,
  enquiryParts,
  events,
  forums,
  givenReports,
  initiatives,
  masterPlans,
  meetings,
  minutes,
  notes,
  overlaps,
  planRemarks,
  proposals,
} from '@/db/schema'
import { attachEverywhere } from '@/test/attachments'
import { demoDatabase, viewerOf } from '@/test/demo'
import { enquiriesOf } from '@/test/enquiries'
import { hoursOf } from '@/test/hours'
import { initiativesOf, overlapEverywhere } from '@/test/initiatives'
import { proposeEverywhere } from '@/test/proposals'
import { giveEverybody } from '@/test/reports'
import { can, type Viewer, visible } from '.'

const NAMES = [
  'Mette Holm',
  'Karen Lund',
  'Søren Bak',
  'Line Krogh',
  'Pia Storm',
  'Åse Aagaard',
  'Erik Dam',
  'Lars Nygaard',
  'Ruth Vind',
]

type Initiatives = ReturnType<typeof initiativesOf>
type Enquiries = ReturnType<typeof enquiriesOf>
type Row = Record<string, unknown> & { id: string }
type Reading = {
  rows: (database: Database) => Row[]
  may: (viewer: Viewer, row: never) => boolean
  seen: (database: Database, viewer: Viewer) => string[]
}

const inMeetings = <Table extends typeof notes | typeof decisions>(database: Database, table: Table) =>
  database
    .select()
    .from(table as typeof notes)
    .innerJoin(agendaItems, eq(agendaItems.id, (table as typeof notes).agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))

const attached = (database: Database) =>
  database
    .select()
    .from(attachments)
    .innerJoin(agendaItems, eq(agendaItems.id, attachments.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))

const withMeetings = (database: Database) =>
  database.select().from(proposals).innerJoin(meetings, eq(meetings.id, proposals.meetingId))

const records = (table: typeof notes | typeof decisions, name: 'notes' | 'decisions'): Reading => ({
  rows: (database) =>
    inMeetings(database, table)
      .all()
      .map((row) => ({ ...row, id: (row as never as Record<string, Row>)[name]!.id })),
  may: (viewer, row: Record<string, never>) =>
    can.readRecord(viewer, row[name]!, row.agenda_items!, row.meetings!),
  seen: (database, viewer) =>
    inMeetings(database, table)
      .where(visible.records(viewer, table))
      .all()
      .map((row) => (row as never as Record<string, Row>)[name]!.id),
})

const READINGS: Record<string, Reading> = {
  forums: {
    rows: (database) => database.select().from(forums).all(),
    may: can.readForum,
    seen: (database, viewer) => ids(database, forums, visible.forums(viewer)),
  },
  meetings: {
    rows: (database) => database.select().from(meetings).all(),
    may: can.readMeeting,
    seen: (database, viewer) => ids(database, meetings, visible.meetings(viewer)),
  },
  'agenda items': {
    rows: (database) =>
      database
        .select()
        .from(agendaItems)
        .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
        .all()
        .map((row) => ({ ...row, id: row.agenda_items.id })),
    may: (viewer, row: Record<string, never>) => can.readAgendaItem(viewer, row.agenda_items!, row.meetings!),
    seen: (database, viewer) =>
      database
        .select({ id: agendaItems.id })
        .from(agendaItems)
        .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
        .where(visible.agendaItems(viewer))
        .all()
        .map(({ id }) => id),
  },
  attachments: {
    rows: (database) =>
      attached(database)
        .all()
        .map((row) => ({ ...row, id: row.attachments.id })),
    may: (viewer, row: Record<string, never>) =>
      can.readAttachment(viewer, row.attachments!, row.agenda_items!, row.meetings!),
    seen: (database, viewer) =>
      attached(database)
        .where(visible.attachments(viewer))
        .all()
        .map((row) => row.attachments.id),
  },
  notes: records(notes, 'notes'),
  decisions: records(decisions, 'decisions'),
  'action items': {
    rows: (database) => database.select().from(actionItems).all(),
    may: can.readActionItem,
    seen: (database, viewer) => ids(database, actionItems, visible.actionItems(viewer)),
  },
  proposals: {
    rows: (database) =>
      withMeetings(database)
        .all()
        .map((row) => ({ ...row, id: row.proposals.id })),
    may: (viewer, row: Record<string, never>) => can.readProposal(viewer, row.proposals!, row.meetings!),
    seen: (database, viewer) =>
      withMeetings(database)
        .where(visible.proposals(viewer))
        .all()
        .map((row) => row.proposals.id),
  },
  enquiries: {
    rows: (database) => enquiriesOf(database).enquiries,
    may: can.readEnquiry,
    seen: (database, viewer) => ids(database, enquiries, visible.enquiries(viewer)),
  },
  'enquiry messages': {
    rows: (database) => enquiriesOf(database).messages,
    may: (viewer, { enquiry, ...message }: Enquiries['messages'][number]) =>
      can.readEnquiryMessage(viewer, message, enquiry),
    seen: (database, viewer) =>
      database
        .select({ id: enquiryMessages.id })
        .from(enquiryMessages)
        .innerJoin(enquiries, eq(enquiries.id, enquiryMessages.enquiryId))
        .where(visible.enquiryMessages(viewer))
        .all()
        .map(({ id }) => id),
  },
  'enquiry parts': {
    rows: (database) => enquiriesOf(database).parts,
    may: (viewer, { enquiry }: Enquiries['parts'][number]) => can.readEnquiryParts(viewer, enquiry),
    seen: (database, viewer) =>
      database
        .select({ id: enquiryParts.id })
        .from(enquiryParts)
        .innerJoin(enquiries, eq(enquiries.id, enquiryParts.enquiryId))
        .where(visible.enquiryParts(viewer))
        .all()
        .map(({ id }) => id),
  },
  events: {
    rows: (database) => eventsOf(database),
    may: can.readEvent,
    seen: (database, viewer) =>
      database
        .select({ seq: events.seq })
        .from(events)
        .where(visible.events(viewer))
        .all()
        .map(({ seq }) => String(seq)),
  },
  plans: {
    rows: (database) => initiativesOf(database).plans,
    may: can.readPlan,
    seen: (database, viewer) => ids(database, masterPlans, visible.plans(viewer)),
  },
  'hour rules': {
    rows: (database) => hoursOf(database).hourRules,
    may: can.readHourRule,
    seen: (database, viewer) => ids(database, forums, visible.hourRules(viewer)),
  },
  remarks: {
    rows: (database) => initiativesOf(database).remarks,
    may: (viewer, { plan, ...remark }: Initiatives['remarks'][number]) =>
      can.readPlanRemark(viewer, remark, plan),
    seen: (database, viewer) =>
      database
        .select({ id: planRemarks.id })
        .from(planRemarks)
        .innerJoin(masterPlans, eq(masterPlans.id, planRemarks.planId))
        .where(visible.planRemarks(viewer))
        .all()
        .map(({ id }) => id),
  },
  initiatives: {
    rows: (database) => initiativesOf(database).initiatives,
    may: can.readInitiative,
    seen: (database, viewer) =>
      database
        .select({ id: initiatives.id })
        .from(initiatives)
        .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
        .where(visible.initiatives(viewer))
        .all()
        .map(({ id }) => id),
  },
  reports: {
    rows: giveEverybody,
    may: can.readReport,
    seen: (database, viewer) => ids(database, givenReports, visible.reports(viewer)),
  },
  overlaps: {
    rows: (database) => initiativesOf(database).overlaps,
    may: (viewer, { initiative, other }: Initiatives['overlaps'][number]) =>
      can.readOverlap(viewer, initiative, other),
    seen: (database, viewer) =>
      database
        .select({ id: overlaps.id })
        .from(overlaps)
        .where(visible.overlaps(viewer))
        .all()
        .map(({ id }) => id),
  },
}

/** Each event with whether what it is about was sent, found the plain way. */
function eventsOf(database: Database) {
  const sentIds = (table: typeof minutes | typeof agendaItems) =>
    (database.select().from(table).all() as { id: string; sentAt: Date | null }[]).filter(
      ({ sentAt }) => sentAt,
    )
  const releasedIds = (table: typeof notes | typeof decisions | typeof actionItems) =>
    (database.select().from(table).all() as { id: string; releasedAt: Date | null }[]).filter(
      ({ releasedAt }) => releasedAt,
    )
  const announced = database
    .select()
    .from(meetings)
    .all()
    .filter(({ announcedAt }) => announcedAt)
  const sent = new Set([
    ...announced.map(({ id }) => `meeting ${id}`),
    ...sentIds(agendaItems).map(({ id }) => `agenda-item ${id}`),
    ...sentIds(minutes).map(({ id }) => `minutes ${id}`),
    ...releasedIds(notes).map(({ id }) => `note ${id}`),
    ...releasedIds(decisions).map(({ id }) => `decision ${id}`),
    ...releasedIds(actionItems).map(({ id }) => `action-item ${id}`),
  ])
  return database
    .select()
    .from(events)
    .all()
    .map(({ seq, subjectKind, subjectId }) => ({
      id: String(seq),
      subjectSent: sent.has(`${subjectKind} ${subjectId}`),
    }))
}

const ids = (
  database: Database,
  table:
    | typeof forums
    | typeof meetings
    | typeof actionItems
    | typeof masterPlans
    | typeof enquiries
    | typeof givenReports,
  where: SQL,
): string[] =>
  database
    .select({ id: table.id })
    .from(table)
    .where(where)
    .all()
    .map(({ id }) => id)

describe('what a person may read is the same in words and in SQL', () => {
  let database: Database
  beforeAll(() => {
    database = demoDatabase()
    proposeEverywhere(database)
    attachEverywhere(database)
    overlapEverywhere(database)
  })

  test.each(NAMES.flatMap((name) => Object.keys(READINGS).map((thing) => [name, thing] as const)))(
    '%s: %s',
    (name, thing) => {
      const viewer = viewerOf(name)
      const { rows, may, seen } = READINGS[thing]!
      const judged = rows(database).filter((row) => may(viewer, row as never))
      expect(seen(database, viewer).sort()).toEqual(judged.map(({ id }) => id).sort())
    },
  )

  test('the matrix, printed for the auditor: how many of each thing each person may read', () => {
    const lines = NAMES.map((name) => {
      const viewer = viewerOf(name)
      const counts = Object.values(READINGS).map(({ seen }) =>
        String(seen(database, viewer).length).padStart(12),
      )
      return `${name.padEnd(14)} ${viewer.role.padEnd(21)}${counts.join(' ')}`
    })
    const heading = `${''.padEnd(36)}${Object.keys(READINGS)
      .map((thing) => thing.padStart(12))
      .join(' ')}`
    process.stdout.write(`\n${[heading, ...lines].join('\n')}\n`)
    expect(lines).toHaveLength(NAMES.length)
  })

  test('nobody but the team convenes or settles, and the auditor answers nothing', () => {
    const item = database.select().from(actionItems).all()
    for (const name of NAMES) {
      const viewer = viewerOf(name)
      expect(can.conveneMeetings(viewer)).toBe(name === 'Mette Holm')
      expect(can.settleActionItems(viewer)).toBe(name === 'Mette Holm')
      if (name === 'Ruth Vind') expect(item.some((row) => can.answerActionItem(viewer, row))).toBe(false)
    }
  })

  test('every person who is not the team is denied something, so that the comparison above can fail', () => {
    const total = READINGS.meetings!.rows(database).length
    for (const name of NAMES.slice(4)) {
      expect(READINGS.meetings!.seen(database, viewerOf(name)).length).toBeLessThan(total)
    }
  })
})

describe('outsiders', () => {
  const outsider: Viewer = {
    personId: 'p',
    name: 'P',
    role: 'housing_organisation',
    partyId: 'fsb',
    partyName: 'fsb',
    locale: 'da',
    theme: 'system',
    ownParties: ['fsb'],
    teamEndedOn: null,
    windows: [{ forumId: 'nørrebro', from: '2026-01-01', to: '2026-06-30' }],
  }
  const sent = new Date('2026-03-01T09:00:00Z')
  const meeting = { forumId: 'nørrebro', heldOn: '2026-03-12', announcedAt: sent }
  const item = { visibility: 'forum' as const, proposerPartyId: 'aab', sentAt: sent }
  const task = {
    forumId: 'nørrebro',
    agreedOn: '2026-03-12',
    responsiblePartyId: 'bif',
    visibility: 'forum' as const,
    releasedAt: sent,
  }

  test('see what was sent while their seat was theirs, also afterwards', () => {
    expect(can.readMeeting(outsider, meeting)).toBe(true)
    expect(can.readAgendaItem(outsider, item, meeting)).toBe(true)
    expect(can.readRecord(outsider, { visibility: 'forum', releasedAt: sent }, item, meeting)).toBe(true)
    expect(can.readActionItem(outsider, task)).toBe(true)
  })

  test.each([
    ['a meeting before the seat', { heldOn: '2025-12-31' }],
    ['a meeting after the seat', { heldOn: '2026-07-01' }],
    ['a meeting in another forum', { forumId: 'valby' }],
    ['a meeting not announced', { announcedAt: null }],
  ])('do not see %s', (_, change) => {
    expect(can.readMeeting(outsider, { ...meeting, ...change })).toBe(false)
    expect(can.readAgendaItem(outsider, item, { ...meeting, ...change })).toBe(false)
  })

  test.each([
    ['an internal item', { visibility: 'internal' as const }],
    ["another party's own item", { visibility: 'own' as const }],
    ['an item not sent', { sentAt: null }],
  ])('do not see %s', (_, change) => {
    expect(can.readAgendaItem(outsider, { ...item, ...change }, meeting)).toBe(false)
  })

  test.each([
    ['an internal note under an item they see', { visibility: 'internal' as const, releasedAt: sent }],
    ['a note not released', { visibility: 'forum' as const, releasedAt: null }],
  ])('do not see %s', (_, note) => {
    expect(can.readRecord(outsider, note, item, meeting)).toBe(false)
  })

  test.each([
    [
      'an internal action item, not even their own',
      { visibility: 'internal' as const, responsiblePartyId: 'fsb' },
    ],
    ["another party's own", { visibility: 'own' as const }],
    ['one not released', { releasedAt: null }],
    ['one agreed before their seat', { agreedOn: '2025-01-01' }],
  ])('do not see %s', (_, change) => {
    expect(can.readActionItem(outsider, { ...task, ...change })).toBe(false)
  })

  test('see their own action item wherever it was agreed, but not the words exchanged about others', () => {
    expect(can.readActionItem(outsider, { ...task, forumId: 'valby', responsiblePartyId: 'fsb' })).toBe(true)
    expect(can.readActionItemStory(outsider, task)).toBe(false)
    expect(can.readActionItemStory(outsider, { ...task, responsiblePartyId: 'fsb' })).toBe(true)
  })

  test('a partner sees no plans, a housing organisation its own', () => {
    const plan = { leadPartyId: 'aab', organisationIds: ['fsb'] }
    expect(can.readPlan(outsider, plan)).toBe(true)
    expect(can.readPlan(outsider, { ...plan, organisationIds: [] })).toBe(false)
    expect(can.readPlan({ ...outsider, role: 'partner' }, plan)).toBe(false)
  })
})
