import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import {
  actionItems,
  agendaItems,
  attachments,
  forums,
  meetings,
  notes,
  parties,
  people,
  proposals,
} from '@/db/schema'
import { attachEverywhere } from '@/test/attachments'
import { demoDatabase, viewerOf } from '@/test/demo'
import { enquiriesOf } from '@/test/enquiries'
import { hoursOf } from '@/test/hours'
import { initiativesOf, overlapEverywhere } from '@/test/initiatives'
import { proposeEverywhere } from '@/test/proposals'
import { giveEverybody } from '@/test/reports'
import { can, type Viewer } from '.'

type Right = keyof typeof can

const PEOPLE = ['Mette Holm', 'Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind'] as const

/** How much of the demo each right reaches: all (a), some (s), none (–), in the order of the people above. */
const MATRIX: Record<Right, string> = {
  readForum: 'a a s s s a',
  readMeeting: 'a a s s s s',
  readAgendaItem: 'a a s s s s',
  readRecord: 'a a s s s s',
  readAttachment: 'a a s s s s',
  readActionItem: 'a a s s s s',
  readActionItemStory: 'a a s s – s',
  readProposal: 'a a s s – –',
  followProposals: 'a a a a a –',
  readComment: 'a a s s – –',
  propose: '– s s s s –',
  comment: '– s s s s –',
  answerInvitation: '– s s s s –',
  answerProposal: 's s s s – –',
  readEnquiry: 'a s s s – –',
  readEnquiryMessage: 'a s s s – –',
  readEnquiryParts: 'a s s – – –',
  followEnquiries: 'a a a a – –',
  askAsParty: '– – – s – –',
  answerPart: 'a s s – – –',
  leadEnquiry: 'a s s – – –',
  triageEnquiries: 'a – – – – –',
  giveEnquiryFeedback: '– s s s – –',
  readPlans: 'a a a a – a',
  readHours: 'a a a a – a',
  promiseHours: 'a – – – – –',
  readHourRule: 'a a a a – a',
  setHourRule: 'a – – – – –',
  readHourConfirmation: 'a s s – – –',
  confirmHours: '– s s – – –',
  nameHourConfirmer: '– s – – – –',
  commentHours: 'a s s s – –',
  readOwnHours: '– a a – – –',
  tellPreparation: '– s s – – –',
  readPlan: 'a a a s – a',
  editPlan: 'a – – s – –',
  remarkOnPlan: 'a a a – – –',
  readPlanRemark: 'a a a s – s',
  readInitiative: 'a a a s s s',
  editInitiative: 'a – – s – –',
  approveInitiatives: 'a – – – – –',
  countBridges: 'a – – s – –',
  readOverlap: 'a a a s – s',
  settleOverlaps: 'a a a a – –',
  resolveOverlap: 'a a a s – –',
  pointOutOverlap: 'a a a – – –',
  readFunding: 'a a a – – a',
  keepFunding: 'a – – – – –',
  keepOffer: 'a s s – – –',
  developForums: 'a – – – – –',
  readSuccession: 'a a a – – a',
  keepSuccession: 'a – – – – –',
  readReport: 'a s s s – s',
  giveReport: 'a – – – – –',
  seeAccounts: 'a a a – – a',
  seeEveryForum: 'a a – – – a',
  seeDrafts: 'a a a – – –',
  conveneMeetings: 'a – – – – –',
  settleActionItems: 'a – – – – –',
  answerActionItem: 'a s s s – –',
  nameFollower: 'a s s s s –',
  readHandover: 'a s – – – –',
  administer: 'a – – – – –',
  readEvents: 'a – – – – a',
  readEvent: 'a – – – – s',
  signIn: 'a a a a a a',
  signInByMail: 's s s a a s',
  signInByIdentity: 'a a a – – a',
  signOutEverywhere: 's s s s s s',
  actByLink: 's s s s s –',
  setAbsence: 's s s s s –',
  changePreferences: 's s s s s s',
}

let database: Database
beforeAll(() => {
  database = demoDatabase()
  proposeEverywhere(database)
  attachEverywhere(database)
  overlapEverywhere(database)
})

test('every right has its line in the matrix', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(can).sort())
})

test('the matrix of the demo is the table of design § 1', () => {
  const things = thingsOf(database)
  const reaches = (right: Right, viewer: Viewer) => {
    const verdicts = judged(things, right, viewer)
    const allowed = verdicts.filter(Boolean).length
    if (allowed === 0) return '–'
    return allowed === verdicts.length ? 'a' : 's'
  }
  const rows = (Object.keys(MATRIX) as Right[]).map((right) => {
    return [right, PEOPLE.map((name) => reaches(right, viewerOf(name))).join(' ')] as const
  })
  const printed = rows.map(([right, cells]) => `${right.padEnd(22)}${cells}`)
  process.stdout.write(`\n${PEOPLE.join(' · ')}\n${printed.join('\n')}\n`)
  expect(Object.fromEntries(rows)).toEqual(MATRIX)
})

type Things = ReturnType<typeof thingsOf>

function judged(things: Things, right: Right, viewer: Viewer): boolean[] {
  switch (right) {
    case 'readForum':
      return things.forums.map((forum) => can.readForum(viewer, forum))
    case 'readMeeting':
      return things.meetings.map((meeting) => can.readMeeting(viewer, meeting))
    case 'readAgendaItem':
      return things.items.map((row) => can.readAgendaItem(viewer, row.agenda_items, row.meetings))
    case 'readRecord':
      return things.notes.map((row) => can.readRecord(viewer, row.notes, row.agenda_items, row.meetings))
    case 'readAttachment':
      return things.attachments.map((row) =>
        can.readAttachment(viewer, row.attachments, row.agenda_items, row.meetings),
      )
    case 'readActionItem':
    case 'readActionItemStory':
    case 'answerActionItem':
      return things.actionItems.map((item) => can[right](viewer, item))
    case 'readProposal':
    case 'readComment':
      return things.proposals.map((row) => can[right](viewer, row.proposals, row.meetings))
    case 'answerProposal':
      return things.proposals.map((row) => can.answerProposal(viewer, row.proposals))
    case 'propose':
    case 'comment':
    case 'answerInvitation':
      return things.meetings.map((meeting) => can[right](viewer, meeting))
    case 'readEnquiry':
    case 'readEnquiryParts':
    case 'askAsParty':
    case 'giveEnquiryFeedback':
      return things.enquiries.map((enquiry) => can[right](viewer, enquiry))
    case 'readEnquiryMessage':
      return things.messages.map(({ enquiry, ...message }) =>
        can.readEnquiryMessage(viewer, message, enquiry),
      )
    case 'answerPart':
    case 'leadEnquiry':
      return things.enquiries.flatMap(({ parts }) => parts.map((part) => can[right](viewer, part)))
    case 'readHourRule':
      return things.hourRules.map((forum) => can.readHourRule(viewer, forum))
    case 'readHourConfirmation':
    case 'confirmHours':
    case 'nameHourConfirmer':
      return things.accounts.map((account) => can[right](viewer, account))
    case 'commentHours':
      return things.plans.flatMap((plan) =>
        things.accounts.map((account) => can.commentHours(viewer, account, plan)),
      )
    case 'tellPreparation':
      return things.attendances.map((attendance) => can.tellPreparation(viewer, attendance))
    case 'readPlan':
    case 'editPlan':
      return things.plans.map((plan) => can[right](viewer, plan))
    case 'readPlanRemark':
      return things.remarks.map(({ plan, ...remark }) => can.readPlanRemark(viewer, remark, plan))
    case 'readInitiative':
    case 'editInitiative':
    case 'countBridges':
      return things.initiatives.map((initiative) => can[right](viewer, initiative))
    case 'readOverlap':
    case 'resolveOverlap':
      return things.overlaps.map(({ initiative, other }) => can[right](viewer, initiative, other))
    case 'keepOffer':
      return things.offers.map((offer) => can.keepOffer(viewer, offer))
    case 'readHandover':
      return [
        ...things.departments.map(({ id }) => can.readHandover(viewer, { partyId: id })),
        ...things.people.map(({ id }) => can.readHandover(viewer, { personId: id })),
      ]
    case 'readReport':
      return things.reports.map((report) => can.readReport(viewer, report))
    case 'readEvent':
      return [true, false].map((subjectSent) => can.readEvent(viewer, { subjectSent }))
    case 'signIn':
      return things.people.map((person) => can.signIn(person))
    case 'signInByMail':
      return [true, false].map((elsewhere) => can.signInByMail({ ...viewer, deactivatedAt: null }, elsewhere))
    case 'signInByIdentity':
      return [can.signInByIdentity({ ...viewer, deactivatedAt: null })]
    case 'signOutEverywhere':
      return things.people.map((person) => can.signOutEverywhere(viewer, person))
    case 'actByLink':
      return things.people.map(({ id }) => can.actByLink(viewer, { personId: id }))
    case 'nameFollower':
    case 'setAbsence':
    case 'changePreferences':
      return things.people.map((person) => can[right](viewer, person))
    default:
      return [can[right](viewer)]
  }
}

function thingsOf(database: Database) {
  return {
    ...initiativesOf(database),
    ...enquiriesOf(database),
    ...hoursOf(database),
    forums: database.select().from(forums).all(),
    meetings: database.select().from(meetings).all(),
    items: database
      .select()
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .all(),
    notes: database
      .select()
      .from(notes)
      .innerJoin(agendaItems, eq(agendaItems.id, notes.agendaItemId))
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .all(),
    attachments: database
      .select()
      .from(attachments)
      .innerJoin(agendaItems, eq(agendaItems.id, attachments.agendaItemId))
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .all(),
    proposals: database
      .select()
      .from(proposals)
      .innerJoin(meetings, eq(meetings.id, proposals.meetingId))
      .all(),
    actionItems: database.select().from(actionItems).all(),
    reports: giveEverybody(database),
    people: database.select().from(people).all(),
    departments: database.select().from(parties).where(eq(parties.kind, 'department')).all(),
  }
}
