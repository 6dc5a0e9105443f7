'use client'

import { useEffect } from 'react'
import type { WorkspaceItem } from '../queries/workspace'

type Props = {
  items: WorkspaceItem[]
  item: WorkspaceItem | undefined
  select: (itemId: string) => void
  finish: () => void
}

/** Alt+↓ and Alt+↑ go through the agenda, Alt+D to who is there, Ctrl+Shift+Enter ends the meeting. */
export function useWorkspaceKeys({ items, item, select, finish }: Props): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { altKey, ctrlKey, shiftKey, key, code, target } = event
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
      // In a choice, Alt with an arrow opens the list.
      if (altKey && step !== 0 && !(target instanceof HTMLSelectElement)) {
        event.preventDefault()
        const next = items[items.findIndex(({ id }) => id === item?.id) + step]
        if (next) select(next.id)
      } else if (altKey && code === 'KeyD') {
        event.preventDefault()
        document.querySelector<HTMLElement>('#attendance button, #attendance select')?.focus()
      } else if (ctrlKey && shiftKey && key === 'Enter') {
        event.preventDefault()
        finish()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [items, item, select, finish])
}
