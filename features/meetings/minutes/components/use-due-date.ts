'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatWeek } from '@/lib/format'

/** fredag den 13. december (uge 50) */
export function useDueDate(): (date: string) => string {
  const locale = useLocale()
  const t = useTranslations('workspace')
  return (date) => t('task.due', { date: formatDate(date, locale, 'day'), week: formatWeek(date, locale) })
}
