'use client'

import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { inputLooks } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { newId } from '@/lib/ids'
import type { WorkspaceItem } from '../queries/workspace'
import { useDraft } from './use-draft'
import { KIND_LETTERS, PANE, useWorkspace } from './workspace-context'

/** The agenda as a way through the meeting: where one is, what has an outcome, and room for one more item. */
export function AgendaPane() {
  const t = useTranslations('workspace')
  const { log, meeting } = useWorkspace()
  const planned = log.items.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <nav id="agenda" aria-label={t('agenda.title')} className={`${PANE} min-[1100px]:border-r`}>
      <h2 className="mb-3 text-sm font-semibold text-muted">{t('agenda.title')}</h2>
      <ol className="-mx-3">
        {log.items.map((item) => (
          <AgendaLink key={item.id} item={item} />
        ))}
      </ol>
      <AddItem />
      <p className="mt-6 text-sm text-muted">
        {t('agenda.planned', { planned, available: meeting.durationMinutes })}
        <span className="block max-[1099px]:hidden">
          {t.rich('agenda.keys', { k: (key) => <Kbd>{key}</Kbd> })}
        </span>
      </p>
    </nav>
  )
}

function AgendaLink({ item }: { item: WorkspaceItem }) {
  const t = useTranslations('workspace')
  const { item: current, select } = useWorkspace()
  const isCurrent = item.id === current?.id
  const isDone = item.outcome !== 'pending'
  return (
    <li>
      <a
        href={`?item=${item.id}#item`}
        aria-current={isCurrent ? 'step' : undefined}
        onClick={(event) => {
          event.preventDefault()
          select(item.id)
        }}
        className={clsx(
          'grid min-h-10 grid-cols-[24px_1fr_auto] items-center gap-2 rounded-lg px-3 py-2 text-[15px]',
          isCurrent ? 'bg-sunken font-semibold' : 'hover:bg-sunken',
          isDone && !isCurrent && 'text-muted',
        )}
      >
        <span>{item.number}</span>
        <span className="min-w-0 wrap-anywhere">{item.title}</span>
        {isDone ? (
          <span>
            <span aria-hidden="true">✓</span>
            <span className="sr-only">{t(`outcome.${item.outcome}`)}</span>
          </span>
        ) : (
          <KindLetter item={item} />
        )}
      </a>
    </li>
  )
}

function KindLetter({ item: { kind } }: { item: WorkspaceItem }) {
  const t = useTranslations('workspace')
  if (!KIND_LETTERS[kind]) return null
  return (
    <span className="rounded border border-line px-1.5 text-xs font-semibold text-muted">
      <span aria-hidden="true">{KIND_LETTERS[kind]}</span>
      <span className="sr-only">{t(`kind.${kind}`)}</span>
    </span>
  )
}

/** A matter that comes up: a title and Enter. The field stays, for the next one. */
function AddItem() {
  const t = useTranslations('workspace')
  const { act } = useWorkspace()
  const [title, setTitle] = useDraft('item')
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  function add(event: FormEvent) {
    event.preventDefault()
    if (!title.trim()) return
    act({ do: 'addItem', body: { id: newId(), title } })
    setTitle('')
  }

  if (!open && !title) {
    return (
      <button
        type="button"
        className="mt-2 min-h-8 text-[15px] text-link underline-offset-4 hover:underline"
        onClick={() => {
          setOpen(true)
          requestAnimationFrame(() => field.current?.focus())
        }}
      >
        + {t('agenda.add')}
      </button>
    )
  }
  return (
    <form onSubmit={add} className="mt-2">
      <label htmlFor="new-item" className="text-sm">
        {t('agenda.newTitle')}
      </label>
      <input
        ref={field}
        id="new-item"
        value={title}
        autoComplete="off"
        aria-describedby="new-item-hint"
        className={clsx(inputLooks, 'mt-1 text-[15px]')}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && !title && setOpen(false)}
      />
      <p id="new-item-hint" className="mt-1 text-sm text-muted">
        {t('agenda.newHint')}
      </p>
    </form>
  )
}
