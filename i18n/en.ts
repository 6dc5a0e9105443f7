import type { Messages } from './da'
import actionItems from './en/action-items.json'
import admin from './en/admin.json'
import agenda from './en/agenda.json'
import attachments from './en/attachments.json'
import attendance from './en/attendance.json'
import enquiries from './en/enquiries.json'
import errors from './en/errors.json'
import events from './en/events.json'
import filings from './en/filings.json'
import form from './en/form.json'
import forums from './en/forums.json'
import funding from './en/funding.json'
import goals from './en/goals.json'
import handovers from './en/handovers.json'
import help from './en/help.json'
import hours from './en/hours.json'
import imports from './en/imports.json'
import initiatives from './en/initiatives.json'
import invitations from './en/invitations.json'
import jobs from './en/jobs.json'
import mail from './en/mail.json'
import me from './en/me.json'
import meetings from './en/meetings.json'
import methods from './en/methods.json'
import minutes from './en/minutes.json'
import offers from './en/offers.json'
import outbox from './en/outbox.json'
import overlaps from './en/overlaps.json'
import overview from './en/overview.json'
import parties from './en/parties.json'
import people from './en/people.json'
import plans from './en/plans.json'
import proposals from './en/proposals.json'
import registers from './en/registers.json'
import reports from './en/reports.json'
import risks from './en/risks.json'
import seats from './en/seats.json'
import series from './en/series.json'
import shell from './en/shell.json'
import signIn from './en/sign-in.json'
import signedLinks from './en/signed-links.json'
import sinceLast from './en/since-last.json'
import succession from './en/succession.json'
import topics from './en/topics.json'
import workspace from './en/workspace.json'

export const en = {
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
} satisfies Messages
