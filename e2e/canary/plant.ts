import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Database, openDatabase } from '../../db/open'
import {
  actionItemSteps,
  actionItems,
  agendaItems,
  allocations,
  attachments,
  attendances,
  commitments,
  decisionRemarks,
  decisions,
  enquiries,
  enquiryFeedback,
  enquiryMessages,
  enquiryParts,
  forumHourRules,
  forums,
  fundingFigures,
  goals,
  hourComments,
  hourConfirmationLines,
  initiativeSteps,
  initiatives,
  invitations,
  masterPlans,
  meetings,
  methodTrials,
  minutes,
  minutesComments,
  notes,
  overlaps,
  parties,
  people,
  periods,
  planOrganisations,
  planRemarks,
  politicalDecisions,
  proposals,
  risks,
  routingRules,
  steeringGroupCounts,
  steeringGroups,
  successionItems,
} from '../../db/schema'
import { FILES } from '../../db/stored-files'
import { can, type Viewer } from '../../policy'

/** A word that stands in one text only, and the judgement of who may ever see it. */
export type Canary = { word: string; what: string; maySee: (viewer: Viewer) => boolean }

const WORD = /kanarie[0-9a-z]{4}/g
export const wordsIn = (text: string): string[] => [...new Set(text.match(WORD) ?? [])]

type Planted = Map<string, string>
type Row = { id: string } & Record<string, unknown>

/**
 * Puts a word of its own into every text of a demo database. Frozen minutes hold copies of many texts,
 * so each word of a meeting is planted in them too, beside the text it belongs to.
 */
export function plantCanaries(file: string | Buffer): { database: Database; canaries: Canary[] } {
  const database = openDatabase(file)
  const canaries: Canary[] = []
  /** What each text became, under the id of its row and the name it goes by in frozen minutes. */
  const planted: Planted = new Map()

  const plant = (
    table: SQLiteTable & { id: AnySQLiteColumn },
    row: Row,
    fields: string[],
    what: string,
    maySee: Canary['maySee'],
  ) => {
    for (const field of fields) {
      const text = row[field]
      if (typeof text !== 'string' || text === '') continue
      const word = `kanarie${canaries.length.toString(36).padStart(4, '0')}`
      canaries.push({ word, what: `${what}.${field} ${row.id}`, maySee })
      database
        .update(table)
        .set({ [field]: `${text} ${word}` })
        .where(eq(table.id, row.id))
        .run()
      planted.set(`${row.id} ${field}`, `${text} ${word}`)
    }
  }

  const sqlite = database.$client
  for (const trigger of [
    'action_item_steps_stand',
    'initiative_steps_stand',
    'sent_minutes_stand',
    'enquiry_messages_stand',
    'hour_confirmation_lines_stand',
  ])
    sqlite.exec(`DROP TRIGGER ${trigger}`)

  const meetingRows = database.select().from(meetings).all()
  const itemRows = database.select().from(agendaItems).all()
  const meetingOf = new Map(meetingRows.map((meeting) => [meeting.id, meeting]))
  const itemOf = new Map(itemRows.map((item) => [item.id, item]))

  for (const meeting of meetingRows) {
    plant(meetings, meeting, ['place', 'cancelReason'], 'meeting', (viewer) =>
      can.readMeeting(viewer, meeting),
    )
  }
  for (const item of itemRows) {
    const meeting = meetingOf.get(item.meetingId)!
    plant(
      agendaItems,
      item,
      ['title', 'description', 'presenter'],
      `agenda item ${item.visibility}`,
      (viewer) => can.readAgendaItem(viewer, item, meeting),
    )
  }
  const { id: attachedById } = database.select().from(people).get()!
  for (const item of itemRows) {
    const meeting = meetingOf.get(item.meetingId)!
    for (const internal of [false, true]) {
      const maySee = (viewer: Viewer) => can.readAttachment(viewer, { internal }, item, meeting)
      const word = `kanarie${canaries.length.toString(36).padStart(4, '0')}`
      canaries.push({ word, what: `content of a file, internal ${internal}`, maySee })
      const attached = {
        id: `${item.id.slice(0, 30)}-${Number(internal)}`,
        agendaItemId: item.id,
        name: 'kort',
        // Read as it lies there: what is in a picture is not looked at.
        medium: 'png',
        bytes: word.length,
        contentHash: storeIn(typeof file === 'string' ? dirname(file) : null, word),
        internal,
        attachedAt: item.createdAt,
        attachedById,
      } as const
      database.insert(attachments).values(attached).run()
      plant(attachments, attached, ['name'], `name of a file, internal ${internal}`, maySee)
    }
  }
  for (const [table, what] of [
    [notes, 'note'],
    [decisions, 'decision'],
  ] as const) {
    for (const row of database
      .select()
      .from(table as typeof notes)
      .all()) {
      const item = itemOf.get(row.agendaItemId)!
      const meeting = meetingOf.get(row.meetingId)!
      plant(table, row, ['body'], `${what} ${row.visibility}`, (viewer) =>
        can.readRecord(viewer, row, item, meeting),
      )
    }
  }
  for (const proposal of database.select().from(proposals).all()) {
    const meeting = meetingOf.get(proposal.meetingId)!
    plant(proposals, proposal, ['title', 'description'], 'proposal', (viewer) =>
      can.readProposal(viewer, proposal, meeting),
    )
  }
  const actionItemRows = database.select().from(actionItems).all()
  for (const item of actionItemRows) {
    plant(actionItems, item, ['title', 'waitingOn'], `action item ${item.visibility}`, (viewer) =>
      can.readActionItem(viewer, item),
    )
  }
  const actionItemOf = new Map(actionItemRows.map((item) => [item.id, item]))
  for (const step of database.select().from(actionItemSteps).all()) {
    const item = actionItemOf.get(step.actionItemId)!
    plant(actionItemSteps, step, ['text'], 'action item step', (viewer) =>
      can.readActionItemStory(viewer, item),
    )
  }
  for (const row of database.select().from(attendances).all()) {
    const meeting = meetingOf.get(row.meetingId)!
    plant(attendances, row, ['deputyName'], 'attendance', (viewer) => can.readMeeting(viewer, meeting))
  }
  for (const row of database.select().from(invitations).all()) {
    const meeting = meetingOf.get(row.meetingId)!
    const named = { ...row, deputyName: 'Bo Dahl' }
    plant(
      invitations,
      named,
      ['deputyName'],
      'answer',
      (viewer) =>
        viewer.personId === row.personId || (can.seeAccounts(viewer) && can.readMeeting(viewer, meeting)),
    )
    database.update(invitations).set({ answer: 'deputy' }).where(eq(invitations.id, row.id)).run()
  }
  for (const row of database.select().from(minutes).where(isNotNull(minutes.sentAt)).all()) {
    const meeting = meetingOf.get(row.meetingId)!
    const explained = { ...row, overruleReason: 'Noget manglede', correctionReason: 'Et tal var forkert' }
    plant(minutes, explained, ['overruleReason'], 'overruling', (viewer) => can.seeDrafts(viewer))
    plant(minutes, explained, ['correctionReason'], 'correction', (viewer) =>
      can.readMeeting(viewer, meeting),
    )
    const [item] = itemRows.filter((one) => one.meetingId === meeting.id && one.visibility === 'forum')
    for (const name of ['fsb', 'BIF']) {
      const party = database.select().from(parties).where(eq(parties.shortName, name)).get()!
      const author = database.select().from(people).where(eq(people.partyId, party.id)).get()!
      const remark = {
        id: `${row.id.slice(0, 30)}${name}`,
        minutesId: row.id,
        agendaItemId: item!.id,
        body: 'Et ord',
      }
      const written = { ...remark, authorId: author.id, partyId: party.id, writtenAt: row.sentAt! }
      database.insert(minutesComments).values(written).run()
      plant(minutesComments, written, ['body'], `comment of ${name}`, (viewer) =>
        can.readComment(viewer, written, meeting),
      )
    }
  }
  const partners = database.select().from(planOrganisations).where(isNull(planOrganisations.removedAt)).all()
  const plans = database.select().from(masterPlans).all()
  const planOf = new Map(
    plans.map((plan) => [
      plan.id,
      { ...plan, organisationIds: partners.filter((p) => p.planId === plan.id).map((p) => p.partyId) },
    ]),
  )
  for (const plan of planOf.values()) {
    plant(masterPlans, plan, ['name', 'purpose', 'contract'], 'plan', (viewer) => can.readPlan(viewer, plan))
  }
  plantInHours(database, plant, planOf)
  for (const rule of database.select().from(forumHourRules).all()) {
    const forum = database.select().from(forums).where(eq(forums.id, rule.forumId)).get()!
    const inArea = { ...forum, plans: [...planOf.values()].filter(({ areaId }) => areaId === forum.areaId) }
    const word = `kanarie${canaries.length.toString(36).padStart(4, '0')}`
    canaries.push({ word, what: 'reason of a rule', maySee: (viewer) => can.readHourRule(viewer, inArea) })
    database.update(forumHourRules).set({ reason: word }).where(eq(forumHourRules.forumId, forum.id)).run()
  }
  for (const group of database.select().from(steeringGroups).all()) {
    const plan = planOf.get(group.planId)!
    plant(
      steeringGroups,
      group,
      ['name'],
      'steering group',
      (viewer) => can.readPlan(viewer, plan) || can.readSuccession(viewer),
    )
    const told = { ...group, baselineSource: 'Et referat' }
    plant(steeringGroups, told, ['baselineSource'], 'source of a baseline', can.readSuccession)
  }
  for (const left of database.select().from(successionItems).all()) {
    plant(successionItems, left, ['text'], 'what a steering group left', can.readSuccession)
    if (left.placement === 'ended')
      plant(successionItems, left, ['endedReason'], 'why it is not carried on', can.readSuccession)
  }
  for (const counted of database.select().from(steeringGroupCounts).all()) {
    plant(steeringGroupCounts, counted, ['source'], 'source of a number', can.readSuccession)
  }
  for (const remark of database.select().from(planRemarks).all()) {
    const plan = planOf.get(remark.planId)!
    plant(planRemarks, remark, ['text'], 'remark on a plan', (viewer) =>
      can.readPlanRemark(viewer, remark, plan),
    )
  }
  const ofFunding = [
    { table: periods, fields: ['name', 'source'], what: 'funding period' },
    { table: fundingFigures, fields: ['base', 'source'], what: 'amount of a funding period' },
    { table: allocations, fields: ['label', 'source'], what: 'allocation' },
    { table: politicalDecisions, fields: ['body', 'title', 'source'], what: 'political decision' },
    { table: decisionRemarks, fields: ['parties', 'text', 'followedUp'], what: 'remark on a decision' },
  ]
  for (const { table, fields, what } of ofFunding) {
    for (const row of database
      .select()
      .from(table as typeof periods)
      .all())
      plant(table, row, fields, what, can.readFunding)
  }
  const everyForum = database.select().from(forums).all()
  const initiativeOf = new Map(
    database
      .select()
      .from(initiatives)
      .all()
      .map((row) => {
        const plan = planOf.get(row.planId)!
        const forumIds = everyForum.filter(({ areaId }) => areaId === plan.areaId).map(({ id }) => id)
        return [row.id, { ...plan, ...row, forumIds }] as const
      }),
  )
  for (const initiative of initiativeOf.values()) {
    const fields = ['title', 'description', 'place', 'civicPartner', 'coreService']
    plant(initiatives, initiative, fields, `initiative ${initiative.state}`, (viewer) =>
      can.readInitiative(viewer, initiative),
    )
  }
  for (const step of database.select().from(initiativeSteps).all()) {
    const initiative = initiativeOf.get(step.initiativeId)!
    plant(
      initiativeSteps,
      step,
      ['text'],
      'step of an initiative',
      (viewer) => can.readInitiative(viewer, initiative) && can.readPlan(viewer, initiative),
    )
  }
  for (const overlap of database.select().from(overlaps).all()) {
    const initiative = initiativeOf.get(overlap.initiativeId)!
    const other = overlap.otherInitiativeId ? initiativeOf.get(overlap.otherInitiativeId)! : null
    const settled = { ...overlap, reason: 'Begge er der brug for' }
    plant(overlaps, settled, ['reason'], 'how an overlap was settled', (viewer) =>
      can.readOverlap(viewer, initiative, other),
    )
    const { id: resolvedById } = database.select().from(people).get()!
    database
      .update(overlaps)
      .set({ state: 'justified', resolvedAt: overlap.foundAt, resolvedById })
      .where(eq(overlaps.id, overlap.id))
      .run()
  }
  for (const risk of database.select().from(risks).all()) {
    plant(
      risks,
      risk,
      ['title'],
      'risk',
      (viewer) => can.seeDrafts(viewer) && can.readForum(viewer, { id: risk.forumId }),
    )
  }
  for (const goal of database.select().from(goals).all()) {
    plant(goals, goal, ['title'], 'goal', (viewer) => can.readForum(viewer, { id: goal.forumId }))
  }
  for (const trial of database.select().from(methodTrials).all()) {
    const word = `kanarie${canaries.length.toString(36).padStart(4, '0')}`
    const maySee = (viewer: Viewer) => can.readForum(viewer, { id: trial.forumId })
    canaries.push({ word, what: `trial in ${trial.forumId}`, maySee })
    database
      .update(methodTrials)
      .set({ note: word })
      .where(and(eq(methodTrials.methodId, trial.methodId), eq(methodTrials.forumId, trial.forumId)))
      .run()
  }
  const enquiryRows = database.select().from(enquiries).all()
  const partRows = database.select().from(enquiryParts).all()
  const enquiryOf = new Map(
    enquiryRows.map((row) => {
      const departmentIds = partRows.filter((part) => part.enquiryId === row.id).map(({ partyId }) => partyId)
      return [row.id, { ...row, departmentIds }] as const
    }),
  )
  for (const enquiry of enquiryOf.values()) {
    plant(enquiries, enquiry, ['text'], 'enquiry', (viewer) => can.readEnquiry(viewer, enquiry))
    for (const internal of [false, true]) {
      const name = { id: `${enquiry.id.slice(0, 30)}-${Number(internal)}`, name: 'kort' }
      const maySee = (viewer: Viewer) =>
        can.readEnquiryMessage(viewer, { kind: internal ? 'internal' : 'added' }, enquiry)
      const word = `kanarie${canaries.length.toString(36).padStart(4, '0')}`
      canaries.push({ word, what: `content of a file at an enquiry, internal ${internal}`, maySee })
      const contentHash = storeIn(typeof file === 'string' ? dirname(file) : null, word)
      const { receivedAt: attachedAt } = enquiry
      const attached = { ...name, medium: 'png', bytes: word.length, contentHash, internal } as const
      database
        .insert(attachments)
        .values({ ...attached, enquiryId: enquiry.id, attachedAt, attachedById })
        .run()
      plant(attachments, attached, ['name'], `name of a file at an enquiry, internal ${internal}`, maySee)
    }
  }
  for (const message of database.select().from(enquiryMessages).all()) {
    const enquiry = enquiryOf.get(message.enquiryId)!
    plant(enquiryMessages, message, ['text'], `${message.kind} at an enquiry`, (viewer) =>
      can.readEnquiryMessage(viewer, message, enquiry),
    )
  }
  for (const part of partRows) {
    const enquiry = enquiryOf.get(part.enquiryId)!
    plant(enquiryParts, part, ['question', 'text'], 'part of an enquiry', (viewer) =>
      can.readEnquiryParts(viewer, enquiry),
    )
  }
  for (const rule of database.select().from(routingRules).all()) {
    plant(routingRules, rule, ['words'], 'routing rule', can.triageEnquiries)
  }
  for (const given of database.select().from(enquiryFeedback).all()) {
    const enquiry = enquiryOf.get(given.enquiryId)!
    const word = `kanarie${canaries.length.toString(36).padStart(4, '0')}`
    canaries.push({
      word,
      what: 'feedback on an enquiry',
      maySee: (viewer) => can.readEnquiry(viewer, enquiry),
    })
    database
      .update(enquiryFeedback)
      .set({ line: word })
      .where(and(eq(enquiryFeedback.enquiryId, given.enquiryId), eq(enquiryFeedback.partyId, given.partyId)))
      .run()
  }
  plantInEditions(sqlite, planted)
  return { database, canaries }
}

type Plant = (
  table: SQLiteTable & { id: AnySQLiteColumn },
  row: Row,
  fields: string[],
  what: string,
  maySee: Canary['maySee'],
) => void
type Plan = { leadPartyId: string; organisationIds: string[] }

/** Where promises are written, why figures were put right, and what both sides say. */
function plantInHours(database: Database, plant: Plant, planOf: Map<string, Plan>): void {
  const ofPlan = (planId: string) => (viewer: Viewer) => can.readPlan(viewer, planOf.get(planId)!)
  for (const commitment of database.select().from(commitments).all())
    plant(commitments, commitment, ['source'], 'source of a promise', ofPlan(commitment.planId))
  for (const comment of database.select().from(hourComments).all())
    plant(hourComments, comment, ['text'], 'comment on hours', ofPlan(comment.planId))
  for (const line of database.select().from(hourConfirmationLines).all()) {
    plant(
      hourConfirmationLines,
      line,
      ['reason'],
      'reason of a correction',
      line.planId === null ? can.seeDrafts : ofPlan(line.planId),
    )
  }
}

type Edition = {
  items: { id: string; title: string; presenter: string; lines: { id: string; text: string }[] }[]
}

/** Puts a file where the server of the folder looks for it, if there is one; returns its hash. */
function storeIn(folder: string | null, content: string): string {
  const hash = createHash('sha256').update(content).digest('hex')
  if (folder === null) return hash
  mkdirSync(join(folder, FILES), { recursive: true })
  writeFileSync(join(folder, FILES, hash), content)
  return hash
}

/** The same words in the frozen copies, so that old minutes are walked for them too. */
function plantInEditions(sqlite: Database['$client'], planted: Planted): void {
  const replaced = (text: string) => {
    const edition = JSON.parse(text) as Edition
    for (const item of edition.items) {
      item.title = planted.get(`${item.id} title`) ?? item.title
      item.presenter = planted.get(`${item.id} presenter`) ?? item.presenter
      for (const line of item.lines) {
        line.text = planted.get(`${line.id} body`) ?? planted.get(`${line.id} title`) ?? line.text
      }
    }
    return JSON.stringify(edition)
  }
  const editions = sqlite
    .prepare(
      'SELECT id, forum_edition AS forum, internal_edition AS internal FROM minutes WHERE sent_at IS NOT NULL',
    )
    .all() as { id: string; forum: string; internal: string }[]
  const update = sqlite.prepare('UPDATE minutes SET forum_edition = ?, internal_edition = ? WHERE id = ?')
  for (const { id, forum, internal } of editions) update.run(replaced(forum), replaced(internal), id)
}
