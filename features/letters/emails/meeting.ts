import { getMeeting } from '@/features/meetings/queries'
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
    },
    replyTo: contact?.email,
    why: [
      contact ? t('questionTo', { name: contact.name }) : t('questionTeam'),
      t('whySeat', { forum: meeting.forum.name }),
      t('sender'),
    ],
  }
}
