import actionItems from './da/action-items.json'
import admin from './da/admin.json'
import agenda from './da/agenda.json'
import attachments from './da/attachments.json'
import attendance from './da/attendance.json'
import enquiries from './da/enquiries.json'
import errors from './da/errors.json'
import events from './da/events.json'
import filings from './da/filings.json'
import form from './da/form.json'
import forums from './da/forums.json'
import funding from './da/funding.json'
import goals from './da/goals.json'
import handovers from './da/handovers.json'
import help from './da/help.json'
import hours from './da/hours.json'
import imports from './da/imports.json'
import initiatives from './da/initiatives.json'
import invitations from './da/invitations.json'
import jobs from './da/jobs.json'
import mail from './da/mail.json'
import me from './da/me.json'
import meetings from './da/meetings.json'
import methods from './da/methods.json'
import minutes from './da/minutes.json'
import offers from './da/offers.json'
import outbox from './da/outbox.json'
import overlaps from './da/overlaps.json'
import overview from './da/overview.json'
import parties from './da/parties.json'
import people from './da/people.json'
import plans from './da/plans.json'
import proposals from './da/proposals.json'
import registers from './da/registers.json'
import reports from './da/reports.json'
import risks from './da/risks.json'
import seats from './da/seats.json'
import series from './da/series.json'
import shell from './da/shell.json'
import signIn from './da/sign-in.json'
import signedLinks from './da/signed-links.json'
import sinceLast from './da/since-last.json'
import succession from './da/succession.json'
import topics from './da/topics.json'
import workspace from './da/workspace.json'

/** Danish is the source text: its shape is the type of every other language. */
export const da = {
  actionItems,
  admin,
  agenda,
  attachments,
  attendance,
  enquiries,
  errors,
  events,
  filings,
  form,
  forums,
  funding,
  goals,
  handovers,
  help,
  hours,
  imports,
  initiatives,
  invitations,
  jobs,
  mail,
  me,
  meetings,
  methods,
  minutes,
  offers,
  outbox,
  overlaps,
  overview,
  parties,
  people,
  plans,
  proposals,
  registers,
  reports,
  risks,
  seats,
  series,
  shell,
  signIn,
  signedLinks,
  sinceLast,
  succession,
  topics,
  workspace,
}

export type Messages = Widen<typeof da>

type Widen<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Widen<Tree[Key]> }
