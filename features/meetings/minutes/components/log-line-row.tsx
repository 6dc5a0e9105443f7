'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect } from 'react'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/lib/format'
import type { LogLine } from '../queries/lines'
import type { WorkspaceItem } from '../queries/workspace'
import { LineEditor } from './line-editor'
import { useDueDate } from './use-due-date'
import { useWorkspace } from './workspace-context'

const LABELS = { note: 'text-muted', decision: 'text-ok', action: 'text-brand', topic: 'text-muted' }

/** One line of the log; its words are corrected in its place. */
export function LogLineRow({ line, item }: { line: LogLine; item: WorkspaceItem }) {
  const t = useTranslations('workspace')
  const locale = useLocale()
  const { journal, corrected, correct } = useWorkspace()
  // A correction that was under way when the page was closed goes on.
  useEffect(() => {
    if (journal.draft(line.id)) correct(line.id)
  }, [journal, correct, line.id])

  return (
    <li className="group grid grid-cols-[76px_1fr_auto] gap-x-4 border-b border-line py-2.5 last:border-b-0 max-sm:grid-cols-[1fr_auto]">
      <span className={clsx('pt-0.5 text-xs font-semibold max-sm:col-span-2', LABELS[line.kind])}>
        {t(`line.${line.kind}`)} {line.label}
      </span>
      {corrected === line.id ? (
        <div className="col-span-2">
          <LineEditor line={line} done={() => correct(null)} />
        </div>
      ) : (
        <>
          <div className="min-w-0">
            <p
              className={clsx(
                'whitespace-pre-line wrap-anywhere',
                line.kind === 'decision' && 'font-semibold',
              )}
            >
              {line.text}{' '}
              {line.visibility !== item.visibility && <Tag tone="warn">{t(`narrow.${line.visibility}`)}</Tag>}
            </p>
            <TaskFacts line={line} />
          </div>
          <div className="flex items-start gap-3 text-sm">
            <LineButtons line={line} edit={() => correct(line.id)} />
            <time className="text-muted">{formatTime(line.at, locale)}</time>
          </div>
        </>
      )}
    </li>
  )
}

function TaskFacts({ line: { who, dueOn } }: { line: LogLine }) {
  const dueDate = useDueDate()
  if (!who || !dueOn) return null
  return (
    <p className="text-sm text-muted">
      {who.person}, {who.party} · {dueDate(dueOn)}
    </p>
  )
}

/** Quiet until the line is pointed at or reached by the keyboard; always there on a touch screen. */
function LineButtons({ line, edit }: { line: LogLine; edit: () => void }) {
  const t = useTranslations('workspace')
  const { act } = useWorkspace()
  if (line.gone) {
    return (
      <Link href={`/action-items/${line.id}`} prefetch={false} className="text-link hover:underline">
        {t('line.open')}
      </Link>
    )
  }
  return (
    <span className="flex gap-3 transition-opacity [@media(hover:hover)]:opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
      {line.kind !== 'topic' && (
        <QuietButton onClick={edit}>
          {t('line.edit')} <span className="sr-only">{line.text}</span>
        </QuietButton>
      )}
      <QuietButton
        onClick={() => act({ do: 'removeLine', body: { id: line.id, kind: line.kind, removed: true } })}
      >
        {t('line.remove')} <span className="sr-only">{line.text}</span>
      </QuietButton>
    </span>
  )
}

const QuietButton = (props: { onClick: () => void; children: ReactNode }) => (
  <button type="button" className="min-h-6 cursor-pointer text-link hover:underline" {...props} />
)
