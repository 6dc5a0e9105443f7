'use client'

import { useTranslations } from 'next-intl'
import type { Captured } from '../capture'
import { useDueDate } from './use-due-date'

type Props = { captured: Captured; nextMeeting?: string | undefined }

/** Whose it is and until when, as it was understood; what is not understood is asked for. */
export function TaskEcho({ captured: { label, dueOn }, nextMeeting }: Props) {
  const t = useTranslations('workspace')
  const dueDate = useDueDate()
  return (
    <span className="text-sm">
      {label ? <b>{label}</b> : <span className="text-warn">{t('echo.who')}</span>}
      {' · '}
      {dueOn && dueDate(dueOn)}
      {!dueOn && nextMeeting && (
        <span className="text-muted">{t('echo.nextMeeting', { date: dueDate(nextMeeting) })}</span>
      )}
      {!dueOn && !nextMeeting && <span className="text-warn">{t('echo.due')}</span>}
    </span>
  )
}
