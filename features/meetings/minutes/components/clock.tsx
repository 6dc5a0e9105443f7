'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { type LocalTime, localTime, today } from '@/lib/dates'
import { formatTime } from '@/lib/format'
import { useWorkspace } from './workspace-context'

const TICK_MS = 15_000

function tick(redraw: () => void) {
  const timer = setInterval(redraw, TICK_MS)
  return () => clearInterval(timer)
}

/** The time, and how far behind the plan one is; drawn in the browser only, since the server's minute is another. */
export function Clock() {
  const t = useTranslations('workspace')
  const locale = useLocale()
  const { item, meeting } = useWorkspace()
  const now = useSyncExternalStore(
    tick,
    () => localTime(new Date()),
    () => null,
  )
  if (now === null) return null
  const isToday = today(new Date()) === meeting.heldOn
  const behind = isToday && item?.startsAt ? minutesOf(now) - minutesOf(item.startsAt) - item.minutes : 0
  return (
    <p className="text-sm">
      <b>{formatTime(now, locale)}</b>
      {behind > 0 && <span className="text-muted"> · {t('behind', { minutes: behind })}</span>}
    </p>
  )
}

function minutesOf(time: LocalTime): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return hour * 60 + minute
}
