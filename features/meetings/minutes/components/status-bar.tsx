'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Button, buttonLooks } from '@/components/ui/button'
import { localTime } from '@/lib/dates'
import { formatTime } from '@/lib/format'
import type { LogLine } from '../queries/lines'
import type { Log } from './use-log'
import { useWorkspace } from './workspace-context'

type Props = Pick<Log, 'saving' | 'savedAt' | 'waiting'> & {
  removed: LogLine | null
  restore: () => void
  finish: () => void
}

/** At the foot, always there: whether it is saved, what can be undone, what is missing, and the end of the meeting. */
export function StatusBar({ saving, savedAt, waiting, removed, restore, finish }: Props) {
  const t = useTranslations('workspace')
  const { log, meeting } = useWorkspace()
  const pending = log.items.filter(({ outcome }) => outcome === 'pending').length
  const ended = log.state === 'held'
  return (
    <footer className="sticky bottom-0 z-10 flex min-h-15 flex-wrap items-center gap-x-6 gap-y-1 border-t border-line bg-surface px-4 py-2.5 text-sm sm:px-6">
      <SavingStatus {...{ saving, savedAt, waiting }} />
      {removed && (
        <span role="status">
          {t('status.removed')}{' '}
          <Button type="button" variant="quiet" size="small" className="min-h-6" onClick={restore}>
            {t('status.undo')}
          </Button>
        </span>
      )}
      <span className="text-muted">
        {pending > 0 ? t('status.pending', { pending, all: log.items.length }) : t('status.complete')}
      </span>
      <span className="ml-auto">
        {ended && waiting === 0 ? (
          <Link
            href={`/meetings/${meeting.id}/minutes`}
            prefetch={false}
            className={buttonLooks({ variant: 'primary' })}
          >
            {t('status.toMinutes')}
          </Link>
        ) : (
          <Button
            type="button"
            variant="primary"
            disabled={ended}
            onClick={finish}
            title="Ctrl + Shift + Enter"
          >
            {t('status.finish')}
          </Button>
        )}
      </span>
    </footer>
  )
}

function SavingStatus({ saving, savedAt, waiting }: Pick<Props, 'saving' | 'savedAt' | 'waiting'>) {
  const t = useTranslations('workspace')
  const locale = useLocale()
  const stuck = saving.state === 'offline' || saving.state === 'signedOut'
  const text =
    saving.state === 'signedOut'
      ? saving.text
      : saving.state === 'offline'
        ? t('status.offline', { count: waiting })
        : saving.state === 'saving'
          ? t('status.saving')
          : savedAt
            ? t('status.saved', { time: formatTime(localTime(savedAt), locale) })
            : t('status.nothing')
  return (
    <span
      role={stuck ? 'alert' : undefined}
      className={clsx('flex items-baseline gap-2', stuck && 'font-semibold')}
    >
      <span
        aria-hidden="true"
        className={clsx('size-2.5 flex-none rounded-full', stuck ? 'bg-warn' : 'bg-ok')}
      />
      {text}
      {saving.state === 'signedOut' && (
        <a href="/sign-in" target="_blank" rel="noreferrer" className="text-link underline">
          {t('status.signIn')}
        </a>
      )}
    </span>
  )
}
