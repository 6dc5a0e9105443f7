'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { Tag } from '@/components/ui/tag'
import { newId } from '@/lib/ids'
import { type Captured, parseCapture, withKind } from '../capture'
import type { WorkspaceItem } from '../queries/workspace'
import { LINE_KINDS } from '../rules'
import { TaskEcho } from './task-echo'
import { TaskFields } from './task-fields'
import { CAPTURE_ID, useWorkspace } from './workspace-context'

/** The one line one types during a meeting. The buttons under it write the same signs, so nobody has to know them. */
export function CaptureLine({ item }: { item: WorkspaceItem }) {
  const t = useTranslations('workspace')
  const { act, handles, meeting, setting, typed, type } = useWorkspace()
  const [internal, setInternal] = useState(false)
  const [missing, setMissing] = useState('')
  const field = useRef<HTMLInputElement>(null)

  const captured = useMemo(
    () => parseCapture(typed, { today: meeting.today, people: handles, nextMeeting: setting.nextMeeting }),
    [typed, handles, meeting.today, setting.nextMeeting],
  )
  const { kind, text, partyId, personId } = captured
  const dueOn = captured.dueOn ?? setting.nextMeeting

  function change(next: string) {
    type(next)
    setMissing('')
  }
  function rewrite(next: string) {
    change(next)
    field.current?.focus()
  }
  function save(event: FormEvent) {
    event.preventDefault()
    if (!text) return
    if (kind === 'action' && !(partyId && personId)) return setMissing(t('echo.whoMissing'))
    if (kind === 'action' && !dueOn) return setMissing(t('echo.dueMissing'))
    act({
      do: 'logLine',
      body: {
        ...{ id: newId(), itemId: item.id, kind, text },
        ...(internal && kind !== 'topic' ? { visibility: 'internal' as const } : {}),
        ...(kind === 'action' ? { partyId, personId, dueOn } : {}),
      },
    })
    change('')
    setInternal(false)
  }

  return (
    <form onSubmit={save} className="no-print">
      <div className="overflow-hidden rounded-card border-2 border-line-strong bg-surface focus-within:border-brand">
        <label htmlFor={CAPTURE_ID} className="sr-only">
          {t('capture.label', { title: item.title })}
        </label>
        <input
          ref={field}
          id={CAPTURE_ID}
          value={typed}
          autoComplete="off"
          enterKeyHint="send"
          placeholder={t('capture.placeholder')}
          aria-describedby="echo"
          className="w-full bg-transparent px-4 py-3 text-[17px] outline-none placeholder:text-muted"
          onChange={(event) => change(event.target.value)}
        />
        <p
          id="echo"
          className="flex min-h-10 flex-wrap items-center gap-x-2.5 gap-y-1 bg-sunken px-4 py-2 text-sm"
        >
          <Echo captured={captured} nextMeeting={setting.nextMeeting} />
          {text && kind !== 'action' && (
            <span className="ml-auto text-muted">
              <Kbd>Enter</Kbd> {t('capture.saves')}
            </span>
          )}
        </p>
      </div>
      <p role="alert" className="text-sm font-semibold text-bad">
        {missing}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-2 text-sm">
        {LINE_KINDS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            onClick={() => rewrite(withKind(typed, each))}
            className="min-h-8 rounded-field border border-transparent px-2.5 text-muted hover:bg-sunken aria-pressed:border-line-strong aria-pressed:bg-surface aria-pressed:font-semibold aria-pressed:text-ink"
          >
            {t(`line.${each}`)}
          </button>
        ))}
        {kind === 'action' && <TaskFields captured={captured} rewrite={change} />}
        {item.visibility === 'forum' && kind !== 'topic' && (
          <label className="ml-auto flex min-h-8 items-center gap-2 text-muted">
            <input
              type="checkbox"
              checked={internal}
              className="size-4 accent-brand"
              onChange={(event) => setInternal(event.target.checked)}
            />
            {t('capture.internal')}
          </label>
        )}
      </div>
    </form>
  )
}

function Echo({ captured, nextMeeting }: { captured: Captured; nextMeeting: string | undefined }) {
  const t = useTranslations('workspace')
  if (!captured.text) {
    const words = { k: (key: ReactNode) => <Kbd>{key}</Kbd>, g: (group: ReactNode) => <span>{group}</span> }
    return <span className="flex flex-wrap gap-x-4 text-muted">{t.rich('capture.grammar', words)}</span>
  }
  return (
    <>
      <Tag tone={captured.kind === 'decision' ? 'ok' : captured.kind === 'action' ? 'info' : 'plain'}>
        {t(`line.${captured.kind}`)}
      </Tag>
      <span className="min-w-0 truncate">{captured.text}</span>
      {captured.kind === 'action' && <TaskEcho captured={captured} nextMeeting={nextMeeting} />}
    </>
  )
}
