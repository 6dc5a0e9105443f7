import type { InitiativeState, MessageKind, ReportReader, Visibility } from '@/db/schema'
import { isOutsider, isTeam, seesEveryForum, seesOnlySent, type Viewer } from './viewer'

type ForumFacts = { id: string }
type MeetingFacts = { forumId: string; heldOn: string; announcedAt: Date | null }
type ItemFacts = { visibility: Visibility; proposerPartyId: string | null; sentAt: Date | null }
type RecordFacts = { visibility: Visibility; releasedAt: Date | null }
type ProposalFacts = { partyId: string }
type PlanFacts = { leadPartyId: string; organisationIds: string[] }
/** `forumIds`: the forums of the plan's area. */
type InitiativeFacts = PlanFacts & { state: InitiativeState; forumIds: string[] }
/** `departmentIds`: the departments it was ever routed to. */
type EnquiryFacts = { partyId: string; departmentIds: string[] }
type ReportFacts = { reader: ReportReader; partyId: string | null }
type EventFacts = { subjectSent: boolean }
type ActionItemFacts = {
  forumId: string
  agreedOn: string
  responsiblePartyId: string
  visibility: Visibility
  releasedAt: Date | null
}

const inWindow = (viewer: Viewer, forumId: string, date: string) =>
  viewer.windows.some(
    (window) =>
      window.forumId === forumId && window.from <= date && (window.to === null || date <= window.to),
  )

const isOwn = (viewer: Viewer, partyId: string | null) =>
  partyId !== null && viewer.ownParties.includes(partyId)

/** Forum-wide, or meant for the one party it belongs to. */
const sharedWith = (viewer: Viewer, visibility: Visibility, partyId: string | null) =>
  visibility === 'forum' || (visibility === 'own' && isOwn(viewer, partyId))

/** Every right in the product; read top to bottom it is the table in design § 1. `visible` says the same as SQL. */
export const can = {
  readForum: (viewer: Viewer, forum: ForumFacts): boolean =>
    seesEveryForum(viewer) || viewer.windows.some(({ forumId }) => forumId === forum.id),

  /** A planned meeting is a draft: outsiders and the auditor meet it when it is announced. */
  readMeeting: (viewer: Viewer, meeting: MeetingFacts): boolean => {
    if (isTeam(viewer) || viewer.role === 'department_lead') return true
    if (seesOnlySent(viewer)) return meeting.announcedAt !== null
    if (!inWindow(viewer, meeting.forumId, meeting.heldOn)) return false
    return !isOutsider(viewer) || meeting.announcedAt !== null
  },

  readAgendaItem: (viewer: Viewer, item: ItemFacts, meeting: MeetingFacts): boolean => {
    if (!can.readMeeting(viewer, meeting)) return false
    if (seesOnlySent(viewer)) return item.sentAt !== null
    return (
      !isOutsider(viewer) ||
      (item.sentAt !== null && sharedWith(viewer, item.visibility, item.proposerPartyId))
    )
  },

  /** A note or a decision: outsiders read it once the minutes, or the coordinator, released it. */
  readRecord: (viewer: Viewer, record: RecordFacts, item: ItemFacts, meeting: MeetingFacts): boolean => {
    if (!can.readAgendaItem(viewer, item, meeting)) return false
    if (seesOnlySent(viewer)) return record.releasedAt !== null
    return (
      !isOutsider(viewer) ||
      (record.releasedAt !== null && sharedWith(viewer, record.visibility, item.proposerPartyId))
    )
  },

  /** A file goes no further than its item, and an internal one not that far. */
  readAttachment: (
    viewer: Viewer,
    attachment: { internal: boolean },
    item: ItemFacts,
    meeting: MeetingFacts,
  ): boolean => can.readAgendaItem(viewer, item, meeting) && !(attachment.internal && isOutsider(viewer)),

  readActionItem: (viewer: Viewer, item: ActionItemFacts): boolean => {
    if (isTeam(viewer) || viewer.role === 'department_lead') return true
    if (seesOnlySent(viewer)) return item.releasedAt !== null
    const seated = inWindow(viewer, item.forumId, item.agreedOn)
    if (!isOutsider(viewer)) return seated || isOwn(viewer, item.responsiblePartyId)
    if (item.releasedAt === null || item.visibility === 'internal') return false
    return (item.visibility === 'forum' && seated) || isOwn(viewer, item.responsiblePartyId)
  },

  /** The words exchanged about an action item stay between the municipality and the party that has it. */
  readActionItemStory: (viewer: Viewer, item: ActionItemFacts): boolean =>
    can.readActionItem(viewer, item) && (!isOutsider(viewer) || isOwn(viewer, item.responsiblePartyId)),

  /** What is suggested for an agenda stays between the municipality and the party that suggests it. */
  readProposal: (viewer: Viewer, proposal: ProposalFacts, meeting: MeetingFacts): boolean => {
    if (seesOnlySent(viewer)) return false
    if (isOwn(viewer, proposal.partyId)) return true
    return !isOutsider(viewer) && can.readMeeting(viewer, meeting)
  },
  /** So does what a party remarks on minutes in review. */
  readComment: (viewer: Viewer, comment: ProposalFacts, meeting: MeetingFacts): boolean =>
    can.readProposal(viewer, comment, meeting),
  followProposals: (viewer: Viewer): boolean => !seesOnlySent(viewer),
  /** Who sits in the forum on the day. */
  propose: (viewer: Viewer, meeting: MeetingFacts): boolean =>
    !seesOnlySent(viewer) &&
    can.readMeeting(viewer, meeting) &&
    inWindow(viewer, meeting.forumId, meeting.heldOn),
  /** On minutes in review. */
  comment: (viewer: Viewer, meeting: MeetingFacts): boolean => can.propose(viewer, meeting),
  /** Once the date is announced: before, nobody has been asked. */
  answerInvitation: (viewer: Viewer, meeting: MeetingFacts): boolean =>
    meeting.announcedAt !== null && can.propose(viewer, meeting),
  answerProposal: (viewer: Viewer, proposal: ProposalFacts): boolean =>
    !seesOnlySent(viewer) && isOwn(viewer, proposal.partyId),

  /** One's own; a department those routed to it; the team all of them. */
  readEnquiry: (viewer: Viewer, enquiry: EnquiryFacts): boolean => {
    if (seesOnlySent(viewer)) return false
    if (isTeam(viewer)) return true
    if (isOutsider(viewer)) return isOwn(viewer, enquiry.partyId)
    return enquiry.departmentIds.some((id) => isOwn(viewer, id))
  },
  /** What the municipality says among itself about an enquiry never reaches the asker. */
  readEnquiryMessage: (viewer: Viewer, message: { kind: MessageKind }, enquiry: EnquiryFacts): boolean =>
    can.readEnquiry(viewer, enquiry) && !(message.kind === 'internal' && isOutsider(viewer)),
  /** What a department is asked, by when, and what it says about it: the municipality's own. */
  readEnquiryParts: (viewer: Viewer, enquiry: EnquiryFacts): boolean =>
    can.readEnquiry(viewer, enquiry) && can.seeDrafts(viewer),
  /** The list of them: those who ask, and those who answer. */
  followEnquiries: (viewer: Viewer): boolean =>
    viewer.role === 'housing_organisation' || can.seeDrafts(viewer),
  /** Asks, replies, agrees and takes up again. */
  askAsParty: (viewer: Viewer, enquiry: { partyId: string }): boolean =>
    viewer.role === 'housing_organisation' && isOwn(viewer, enquiry.partyId),
  answerPart: (viewer: Viewer, part: { partyId: string }): boolean =>
    isTeam(viewer) || (can.seeDrafts(viewer) && isOwn(viewer, part.partyId)),
  /** The lead department and the team find the place, ask back and let the answer out. */
  leadEnquiry: (viewer: Viewer, lead: { partyId: string } | null): boolean =>
    isTeam(viewer) || (lead !== null && can.answerPart(viewer, lead)),
  /** Logging calls and mails, sorting, rules, and what becomes of an enquiry. */
  triageEnquiries: isTeam,
  /** How it went, once it is closed: the asker, and the departments that were asked. */
  giveEnquiryFeedback: (viewer: Viewer, enquiry: EnquiryFacts): boolean =>
    can.askAsParty(viewer, enquiry) ||
    (!isTeam(viewer) && can.seeDrafts(viewer) && can.readEnquiry(viewer, enquiry)),

  /** Partners sit in a forum without plans. */
  readPlans: (viewer: Viewer): boolean => viewer.role !== 'partner',
  /** Promised and delivered hours are the same to both sides; partners sit without them. */
  readHours: (viewer: Viewer): boolean => can.readPlans(viewer),
  /** Lovet: the team writes down what stands in the contracts. */
  promiseHours: isTeam,
  /** How a forum's meetings are divided between plans: known to all whose plans or forum it is about. */
  readHourRule: (viewer: Viewer, forum: ForumFacts & { plans: PlanFacts[] }): boolean =>
    can.readHours(viewer) &&
    (!isOutsider(viewer) ||
      can.readForum(viewer, forum) ||
      forum.plans.some((plan) => can.readPlan(viewer, plan))),
  setHourRule: isTeam,
  /** A department's own account of a quarter: its people and the team; the others read the figures it ends in. */
  readHourConfirmation: (viewer: Viewer, account: { partyId: string }): boolean =>
    isTeam(viewer) || (can.seeDrafts(viewer) && viewer.partyId === account.partyId),
  /** The department answers for its hours itself: its lead, and whom the lead has named. */
  confirmHours: (viewer: Viewer, account: { partyId: string; confirmerIds: string[] }): boolean =>
    can.nameHourConfirmer(viewer, account) ||
    (viewer.role === 'department_staff' &&
      viewer.partyId === account.partyId &&
      account.confirmerIds.includes(viewer.personId)),
  nameHourConfirmer: (viewer: Viewer, account: { partyId: string }): boolean =>
    viewer.role === 'department_lead' && viewer.partyId === account.partyId,
  /** Both sides: the team, the department whose hours they are, and who reads the plan from outside. */
  commentHours: (viewer: Viewer, hours: { partyId: string }, plan: PlanFacts): boolean =>
    can.readPlan(viewer, plan) &&
    (isTeam(viewer) || isOutsider(viewer) || (can.seeDrafts(viewer) && viewer.partyId === hours.partyId)),
  /** A person's hours are shown to nobody else (R9), save where the convener logs who came. */
  readOwnHours: (viewer: Viewer): boolean =>
    viewer.role === 'department_staff' || viewer.role === 'department_lead',
  tellPreparation: (viewer: Viewer, attendance: { personId: string | null }): boolean =>
    can.readOwnHours(viewer) && viewer.personId === attendance.personId,
  readPlan: (viewer: Viewer, plan: PlanFacts): boolean => {
    if (!can.readPlans(viewer)) return false
    return !isOutsider(viewer) || [plan.leadPartyId, ...plan.organisationIds].some((id) => isOwn(viewer, id))
  },

  /** Until it is approved; afterwards it is the team that changes it. */
  editPlan: (viewer: Viewer, plan: PlanFacts & { approvedAt: Date | null }): boolean =>
    isTeam(viewer) || (isOutsider(viewer) && plan.approvedAt === null && can.readPlan(viewer, plan)),
  /** What a department says of a plan's quality is the municipality's own until it is shared. */
  remarkOnPlan: (viewer: Viewer): boolean => can.seeDrafts(viewer),
  readPlanRemark: (viewer: Viewer, remark: { sharedAt: Date | null }, plan: PlanFacts): boolean =>
    can.readPlan(viewer, plan) && (can.seeDrafts(viewer) || remark.sharedAt !== null),

  /** A draft is the organisation's and the municipality's; what is approved is known in the forums of its area. */
  readInitiative: (viewer: Viewer, initiative: InitiativeFacts): boolean => {
    if (seesOnlySent(viewer)) return initiative.state !== 'draft'
    if (can.readPlan(viewer, initiative)) return true
    return initiative.state !== 'draft' && initiative.forumIds.some((id) => can.readForum(viewer, { id }))
  },
  editInitiative: (viewer: Viewer, initiative: InitiativeFacts): boolean =>
    isTeam(viewer) ||
    (isOutsider(viewer) && initiative.state === 'draft' && can.readPlan(viewer, initiative)),
  /** For co-financing. */
  approveInitiatives: isTeam,
  /** Who does the work counts whom it reached, also after the approval. */
  countBridges: (viewer: Viewer, initiative: InitiativeFacts): boolean =>
    isTeam(viewer) || (isOutsider(viewer) && can.readPlan(viewer, initiative)),

  /** What may already be done elsewhere is a matter between the municipality and who writes the initiative. */
  readOverlap: (viewer: Viewer, initiative: InitiativeFacts, other: InitiativeFacts | null): boolean =>
    can.readInitiative(viewer, initiative) &&
    (other === null || can.readInitiative(viewer, other)) &&
    (!isOutsider(viewer) || can.readPlan(viewer, initiative)),
  settleOverlaps: (viewer: Viewer): boolean => can.readPlans(viewer) && !seesOnlySent(viewer),
  resolveOverlap: (viewer: Viewer, initiative: InitiativeFacts, other: InitiativeFacts | null): boolean =>
    can.settleOverlaps(viewer) && can.readOverlap(viewer, initiative, other),
  /** "Findes allerede": what the municipality knows of that stands in no register. */
  pointOutOverlap: (viewer: Viewer): boolean => can.seeDrafts(viewer),

  /** What the municipality pays, out of what and on whose decision, is its own to read. */
  readFunding: (viewer: Viewer): boolean => !isOutsider(viewer),
  keepFunding: isTeam,

  /** Each department keeps its own. */
  keepOffer: (viewer: Viewer, offer: { partyId: string }): boolean =>
    isTeam(viewer) || (can.seeDrafts(viewer) && isOwn(viewer, offer.partyId)),
  /** Methods, goals and risks: what the coordinators write down for the forums. */
  developForums: isTeam,

  /** What became of the steering groups, and what the new form costs and saves, is the municipality's own. */
  readSuccession: (viewer: Viewer): boolean => !isOutsider(viewer),
  /** Where a group's matters went, and when it is closed. */
  keepSuccession: isTeam,
  /** The committee's account is for who sees every forum; a department's and an organisation's for its own people. */
  readReport: (viewer: Viewer, { reader, partyId }: ReportFacts): boolean => {
    if (isTeam(viewer)) return true
    if (reader === 'committee') return seesEveryForum(viewer)
    const ofTheirKind =
      reader === 'department' ? can.seeDrafts(viewer) : viewer.role === 'housing_organisation'
    return ofTheirKind && isOwn(viewer, partyId)
  },
  /** One given away is kept as it was. */
  giveReport: isTeam,

  /** Attendance hour by hour, recipients and the matrix are the municipality's own. */
  seeAccounts: (viewer: Viewer): boolean => !isOutsider(viewer),
  seeEveryForum: seesEveryForum,
  /** That there is a draft, and how far it has come, is internal too. */
  seeDrafts: (viewer: Viewer): boolean => !isOutsider(viewer) && !seesOnlySent(viewer),

  /** Planning, agenda, logging, minutes: the coordinators' work. */
  conveneMeetings: isTeam,
  /** Closing, sending back, moving dates and cancelling: the department reports, the coordinator closes. */
  settleActionItems: isTeam,
  answerActionItem: (viewer: Viewer, item: ActionItemFacts): boolean =>
    can.readActionItem(viewer, item) &&
    viewer.role !== 'auditor' &&
    (isTeam(viewer) || isOwn(viewer, item.responsiblePartyId)),

  /** Oneself, of what one reads; a coordinator anybody. */
  nameFollower: (viewer: Viewer, person: { id: string }): boolean =>
    isTeam(viewer) || (viewer.personId === person.id && !seesOnlySent(viewer)),

  /** What goes on when a department carries on alone, or a coordinator leaves: the team, and a department's lead its own. */
  readHandover: (viewer: Viewer, of: { partyId: string } | { personId: string }): boolean =>
    isTeam(viewer) || (viewer.role === 'department_lead' && 'partyId' in of && of.partyId === viewer.partyId),

  /** People, parties, seats, forums, what mail waits and how the jobs went. */
  administer: isTeam,
  /** The record of every change; the auditor reads the events of what was sent and approved. */
  readEvents: (viewer: Viewer): boolean => isTeam(viewer) || viewer.role === 'auditor',
  readEvent: (viewer: Viewer, event: EventFacts): boolean =>
    isTeam(viewer) || (can.readEvents(viewer) && event.subjectSent),

  /** Who was deactivated is kept for the record, and comes in no more. */
  signIn: (person: { deactivatedAt: Date | null }): boolean => person.deactivatedAt === null,
  /** By a mail to the address on file; staff only as long as the municipality's own sign-in is not set up. */
  signInByMail: (
    person: Pick<Viewer, 'role'> & { deactivatedAt: Date | null },
    staffSignInElsewhere: boolean,
  ): boolean => can.signIn(person) && (isOutsider(person) || !staffSignInElsewhere),
  /** By one's account at the municipality; who went over to another side leaves it behind. */
  signInByIdentity: (person: Pick<Viewer, 'role'> & { deactivatedAt: Date | null }): boolean =>
    can.signIn(person) && !isOutsider(person),
  signOutEverywhere: (viewer: Viewer, person: { id: string }): boolean => viewer.personId === person.id,
  /** A link in a mail acts as the person it was sent to, with their own rights and no more. */
  actByLink: (viewer: Viewer, link: { personId: string }): boolean =>
    viewer.personId === link.personId && viewer.role !== 'auditor',
  /** Away, with somebody who stands in: everybody's own to say, save who only reads. */
  setAbsence: (viewer: Viewer, person: { id: string }): boolean =>
    viewer.personId === person.id && !seesOnlySent(viewer),
  /** Language and appearance are everybody's own. */
  changePreferences: (viewer: Viewer, person: { id: string }): boolean => viewer.personId === person.id,
}
