'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { inputLooks } from '@/components/ui/field'
import { compose, parseCapture, phraseOf } from '../capture'
import type { LogLine } from '../queries/lines'
import { TaskEcho } from './task-echo'
import { useDraft } from './use-draft'
import { useWorkspace } from './workspace-context'

type Props = { line: LogLine; done: () => void }

/** Corrects a line where it stands. An action item is written as it was typed: words, @name and date. */
export function LineEditor({ line, done }: Props) {
  const t = useTranslations('workspace')
  const { act, handles, meeting, setting } = useWorkspace()
  const [typed, setTyped] = useDraft(line.id, written(line))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  const isTask = line.kind === 'action'
  const captured = parseCapture(`> ${typed}`, {
    today: meeting.today,
    people: handles,
    nextMeeting: setting.nextMeeting,
  })
  const { partyId, personId, dueOn } = captured
  const text = isTask ? captured.text : typed.trim()
  const complete = text !== '' && (!isTask || (partyId && personId && dueOn))

  function close() {
    setTyped('')
    done()
  }
  function save(event: FormEvent) {
    event.preventDefault()
    if (!complete) return
    if (typed.trim() !== written(line)) {
      const { id, version, kind } = line
      const task = isTask ? { partyId, personId, dueOn } : {}
      act({ do: 'changeLine', body: { id, version, kind, text, ...task } })
    }
    close()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') close()
    if (event.key === 'Enter' && !event.shiftKey) save(event)
  }

  return (
    <form onSubmit={save}>
      <label className="sr-only" htmlFor={`edit-${line.id}`}>
        {t('line.editLabel')}
      </label>
      <textarea
        ref={field}
        id={`edit-${line.id}`}
        rows={1}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        className={`${inputLooks} block field-sizing-content`}
      />
      {isTask && <TaskEcho captured={captured} />}
      <p className="mt-2 flex gap-4">
        <Button size="small" disabled={!complete}>
          {t('line.save')}
        </Button>
        <Button type="button" variant="quiet" size="small" onClick={close}>
          {t('line.cancel')}
        </Button>
      </p>
    </form>
  )
}

function written({ kind, text, who, dueOn }: LogLine): string {
  if (kind !== 'action' || !who || !dueOn) return text
  const handle = `${who.party} ${who.person}`
  return compose({ kind: 'note', text, handle, phrase: phraseOf(dueOn) })
}
