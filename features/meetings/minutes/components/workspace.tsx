'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { handlesOf } from '../capture'
import type { LogLine } from '../queries/lines'
import type { Workspace as WorkspaceLog, WorkspaceSetting } from '../queries/workspace'
import { AgendaPane } from './agenda-pane'
import { AttendancePane } from './attendance-pane'
import { Clock } from './clock'
import { ItemPane } from './item-pane'
import type { Op } from './journal'
import { OthersPresent } from './others-present'
import { StatusBar } from './status-bar'
import { useKeptText } from './use-draft'
import { useLog } from './use-log'
import { usePresence } from './use-presence'
import { useWorkspaceKeys } from './use-workspace-keys'
import { focusCapture, WorkspaceContext, type WorkspaceMeeting } from './workspace-context'

type Props = {
  personId: string
  meeting: WorkspaceMeeting
  first: WorkspaceLog
  setting: WorkspaceSetting
  /** From the address; without one, the first item of the agenda. */
  firstItem: string | undefined
  /** The forum and the meeting's facts, drawn on the server. */
  heading: ReactNode
}

/** The meeting while it happens: its agenda, what is being said, who is there. Everything done goes through the log. */
export function Workspace({ personId, meeting, first, setting, firstItem, heading }: Props) {
  const router = useRouter()
  const { responsible } = setting
  const onSaved = useCallback(
    (op: Op) => {
      if (op.do === 'finish') router.push(`/meetings/${meeting.id}/minutes?finished=1`)
    },
    [router, meeting.id],
  )
  const { log, act, look, journal, settle, troubled, ...status } = useLog({
    ...{ personId, meetingId: meeting.id, first, responsible, onSaved },
  })
  const [itemId, setItemId] = useState(firstItem)
  const [typed, type] = useKeptText(journal, 'line')
  const [corrected, correct] = useState<string | null>(null)
  const [removed, setRemoved] = useState<LogLine | null>(null)
  const handles = useMemo(() => handlesOf(responsible, { personId }), [responsible, personId])
  const item = log.items.find(({ id }) => id === itemId) ?? log.items[0]

  const others = usePresence({ meetingId: meeting.id, itemId: item?.id, typing: typed !== '', look })

  const select = useCallback((id: string) => {
    setItemId(id)
    window.history.replaceState(null, '', `?item=${id}`)
    leadTo('item')
  }, [])
  const actAndRemember = useCallback(
    (op: Op) => {
      if (op.do === 'removeLine' && op.body.removed) {
        setRemoved(log.lines.find(({ id }) => id === op.body.id) ?? null)
      }
      act(op)
    },
    [act, log.lines],
  )
  const finish = useCallback(() => act({ do: 'finish', body: {} }), [act])
  function restore() {
    if (removed) act({ do: 'removeLine', body: { id: removed.id, kind: removed.kind, removed: false } })
    setRemoved(null)
    focusCapture()
  }
  useWorkspaceKeys({ items: log.items, item, select, finish })
  useEffect(() => {
    if (panesStandSideBySide()) focusCapture()
  }, [])

  const shared = {
    ...{ log, act: actAndRemember, settle, troubled, journal, meeting, setting, handles },
    ...{ item, select, typed, type, corrected, correct },
  }
  return (
    <WorkspaceContext value={shared}>
      <header className="flex min-h-14 flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-surface px-4 py-2 sm:px-6">
        {heading}
        <div className="ml-auto text-right">
          <Clock />
        </div>
        <OthersPresent others={others} items={log.items} />
      </header>
      <PaneLinks />
      <main
        id="main-content"
        tabIndex={-1}
        className="grid flex-1 outline-none min-[1100px]:min-h-0 min-[1100px]:grid-cols-[300px_minmax(0,1fr)_336px]"
      >
        <AgendaPane />
        <ItemPane />
        <AttendancePane />
      </main>
      <StatusBar {...status} removed={removed} restore={restore} finish={finish} />
    </WorkspaceContext>
  )
}

/** On a narrow screen the panes stand under one another. */
function PaneLinks() {
  const t = useTranslations('workspace')
  return (
    <nav
      aria-label={t('panes.label')}
      className="sticky top-0 z-10 flex gap-5 border-b border-line bg-surface px-4 min-[1100px]:hidden"
    >
      {(['agenda', 'item', 'attendance'] as const).map((pane) => (
        <a key={pane} href={`#${pane}`} className="flex min-h-11 items-center text-link">
          {t(`panes.${pane}`)}
        </a>
      ))}
    </nav>
  )
}

/** Beside the agenda one goes on typing; where the panes stand under one another the item comes into view. */
function leadTo(pane: string): void {
  requestAnimationFrame(() => {
    if (panesStandSideBySide()) focusCapture()
    else document.getElementById(pane)?.scrollIntoView()
  })
}

const panesStandSideBySide = () => window.matchMedia('(min-width: 1100px)').matches
