import { invitationAsCalendar } from '@/features/meetings/calendar/exports'
import { getOwnAnswer } from '@/features/meetings/invitations/queries'
import { getMeeting } from '@/features/meetings/queries'
import { issueSignedLink } from '@/features/signed-links/commands/issue'
import { signedLinkAddress } from '@/features/signed-links/rules'
import { instantOf } from '@/lib/dates'
import { formatDate, formatTime } from '@/lib/format'
import { findContact } from '../queries'
import type { Occasion } from './writing'

/** What the mails about a meeting share. Throws NotFound for a reader who may not read the meeting (any more). */
export function aboutMeeting({ mail, reader, locale, t }: Occasion) {
  const meeting = getMeeting(reader.viewer, mail.payload.meetingId ?? '')
  const contact = findContact(meeting.forumId)
  return {
    meeting,
    words: {
      forum: meeting.forum.name,
      date: formatDate(meeting.heldOn, locale, 'full'),
      time: formatTime(meeting.startsAt, locale),
      place: [meeting.place, meeting.link].filter(Boolean).join(', ') || t('noPlace'),
    },
    replyTo: contact?.email,
    why: [
      contact ? t('questionTo', { name: contact.name }) : t('questionTeam'),
      t('whySeat', { forum: meeting.forum.name }),
      t('sender'),
    ],
  }
}

/** The same for those that ask whether one comes: what goes into the calendar, and the link to answer by until it begins. */
export function invitedTo(occasion: Occasion) {
  const about = aboutMeeting(occasion)
  const { meeting, replyTo } = about
  const { reader, t, now } = occasion
  const own = getOwnAnswer(reader.viewer, meeting)
  const { personId, name } = reader.viewer
  const invited = {
    organizer: { name: t('sender'), email: replyTo ?? reader.email },
    attendee: { name, email: reader.email, answer: own?.answer ?? null },
  }
  const expiresAt = instantOf(meeting.heldOn, meeting.startsAt)
  const link = { purpose: 'meeting.answer', subjectId: meeting.id, personId, expiresAt } as const
  return {
    ...about,
    answered: own !== null && own.answer !== null,
    calendar: invitationAsCalendar(meeting, invited, now),
    answerAt: own && expiresAt > now ? signedLinkAddress(issueSignedLink(link, now)) : null,
  }
}
