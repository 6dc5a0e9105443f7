'use client'

import { createContext, useContext } from 'react'
import type { ItemKind } from '@/db/schema'
import type { LocalTime, PlainDate } from '@/lib/dates'
import type { Handle } from '../capture'
import type { WorkspaceItem, WorkspaceSetting } from '../queries/workspace'
import type { Log } from './use-log'

export type WorkspaceMeeting = {
  id: string
  heldOn: PlainDate
  startsAt: LocalTime
  durationMinutes: number
  /** The day a date phrase is reckoned from. */
  today: PlainDate
}

type Shared = Pick<Log, 'log' | 'act' | 'settle' | 'troubled' | 'journal'> & {
  meeting: WorkspaceMeeting
  setting: WorkspaceSetting
  handles: Handle[]
  item: WorkspaceItem | undefined
  select: (itemId: string) => void
  /** What stands in the line at the bottom. */
  typed: string
  type: (text: string) => void
  /** The line whose words are being corrected. */
  corrected: string | null
  correct: (lineId: string | null) => void
}

export const WorkspaceContext = createContext<Shared | null>(null)

export function useWorkspace(): Shared {
  const shared = useContext(WorkspaceContext)
  if (!shared) throw new Error('This stands only inside the workspace.')
  return shared
}

export const KIND_LETTERS: Record<ItemKind, string> = {
  orientation: 'O',
  discussion: 'D',
  decision: 'B',
  formality: '',
}

/** The field one types in; everything leads back to it. */
export const CAPTURE_ID = 'capture'
export const focusCapture = () => document.getElementById(CAPTURE_ID)?.focus()

/** How the two outer panes look. */
export const PANE = 'border-line bg-surface p-5 max-[1099px]:border-t min-[1100px]:overflow-y-auto'
