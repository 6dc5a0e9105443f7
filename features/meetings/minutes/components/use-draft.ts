'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Journal } from './journal'
import { useWorkspace } from './workspace-context'

type Draft = [text: string, keep: (text: string) => void]

/** Half-typed words that survive a reload, a crash and an expired session; '' forgets them. */
export const useDraft = (field: string, initial = ''): Draft =>
  useKeptText(useWorkspace().journal, field, initial)

export function useKeptText(journal: Journal, field: string, initial = ''): Draft {
  const [text, setText] = useState(initial)
  // Read only after the first paint, which must be the server's.
  useEffect(() => {
    const kept = journal.draft(field)
    if (kept) setText((typed) => (typed === initial ? kept : typed))
  }, [journal, field, initial])
  const keep = useCallback(
    (next: string) => {
      setText(next)
      journal.keepDraft(field, next)
    },
    [journal, field],
  )
  return [text, keep]
}
