import { sweepEnded } from '@/auth/sweep'
import { backUpInChild, drillInChild } from '@/db/backup-child'
import { tidyDatabase } from '@/db/tidy'
import { followUp } from '@/features/action-items/follow-up/sending'
import { remindSilent } from '@/features/meetings/invitations/sending'
import { approveSilently } from '@/features/meetings/minutes/sending'
import { askAboutOffers } from '@/features/offers/sending'
import { hasDueMail } from '@/features/outbox/queries'
import { sendDueMail } from './send-mail'

export type Job = {
  /** As cron writes it, with seconds, in Copenhagen time. */
  schedule: string
  run: (now: Date) => unknown
  /** For what looks often and seldom finds anything: asked before the moment is claimed. */
  due?: (now: Date) => boolean
}

/** What the site does by itself. */
export const TIMETABLE: Record<string, Job> = {
  sendMail: { schedule: '*/5 * * * * *', run: (now) => sendDueMail(now), due: hasDueMail },
  backUp: { schedule: '0 */15 * * * *', run: backUpInChild },
  tidyDatabase: { schedule: '0 5 * * * *', run: tidyDatabase },
  drill: { schedule: '0 20 4 * * 0', run: drillInChild },
  approveSilently: { schedule: '0 30 6 * * *', run: approveSilently },
  followUp: { schedule: '0 0 * * * 1-5', run: followUp },
  remindSilent: { schedule: '0 0 9 * * 1-5', run: remindSilent },
  askAboutOffers: { schedule: '0 30 8 * * 1-5', run: askAboutOffers },
  sweepSignIns: { schedule: '0 40 3 * * *', run: sweepEnded },
}
