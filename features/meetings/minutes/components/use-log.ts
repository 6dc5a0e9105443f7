'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { localTime } from '@/lib/dates'
import type { Responsible } from '../capture'
import type { Workspace } from '../queries/workspace'
import { ADDRESSES, type Entry, Journal, type Op, type Trouble } from './journal'
import { withPending } from './pending'

/** How what was typed stands with the server. */
export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'offline' }
  | { state: 'signedOut'; text: string }
export type Log = ReturnType<typeof useLog>

const RETRY_MS = 5_000

type Props = {
  personId: string
  meetingId: string
  first: Workspace
  responsible: readonly Responsible[]
  onSaved: (op: Op) => void
}

/**
 * The log with what is on its way laid over it. Things are sent one after another in the order they were done; one
 * that is refused steps aside with the server's sentence, one that gets no answer waits for the network, for the
 * window to be looked at again, or for the next attempt.
 */
export function useLog({ personId, meetingId, first, responsible, onSaved }: Props) {
  const journal = useMemo(() => new Journal(personId, meetingId), [personId, meetingId])
  const [stored, setStored] = useState(first)
  const [entries, setEntries] = useState<Entry[]>([])
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const sending = useRef(false)
  /** Rises with each answer, so that an older one that was on its way cannot take a line away again. */
  const answers = useRef(0)
  const whenSaved = useRef(onSaved)
  useEffect(() => {
    whenSaved.current = onSaved
  })

  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    try {
      for (let entry = untroubled(journal.read())[0]; entry; entry = untroubled(journal.read())[0]) {
        setSaving({ state: 'saving' })
        const answer = await post(meetingId, entry.op)
        if ('state' in answer) return setSaving(answer)
        if ('log' in answer) {
          journal.remove(entry)
          answers.current++
          setStored(answer.log)
          setSavedAt(new Date())
          whenSaved.current(entry.op)
        } else journal.put({ ...entry, trouble: answer.trouble })
        setEntries(journal.read())
      }
      setSaving({ state: 'idle' })
    } finally {
      sending.current = false
    }
  }, [journal, meetingId])

  useEffect(() => {
    const again = () => {
      setEntries(journal.read())
      send()
    }
    again()
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    const timer = setInterval(() => untroubled(journal.read()).length > 0 && again(), RETRY_MS)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
    }
  }, [journal, send])

  const act = useCallback(
    (op: Op) => {
      journal.add(op, new Date())
      setEntries(journal.read())
      send()
    },
    [journal, send],
  )

  /** Answers the trouble with one thing: sent again in another way, or given up. */
  const settle = useCallback(
    ({ key }: Entry, op: Op | null) => {
      if (op) journal.put({ key, op })
      else journal.remove({ key })
      setEntries(journal.read())
      send()
    },
    [journal, send],
  )

  /** How it stands with what others wrote, unless something of one's own was answered meanwhile. */
  const look = useCallback(async (ask: () => Promise<Workspace | null>) => {
    const before = answers.current
    const seen = sending.current ? null : await ask()
    if (seen && before === answers.current && !sending.current) setStored(seen)
  }, [])

  const log = useMemo(() => {
    const known = { responsible, clock: localTime(new Date()) }
    return untroubled(entries).reduce((sum, { op }) => withPending(sum, op, known), stored)
  }, [entries, stored, responsible])

  return {
    log,
    saving,
    savedAt,
    waiting: untroubled(entries).length,
    troubled: entries.filter(({ trouble }) => trouble),
    act,
    look,
    settle,
    journal,
  }
}

const untroubled = (entries: Entry[]) => entries.filter(({ trouble }) => !trouble)

type Answer = { log: Workspace } | { trouble: Trouble } | Extract<Saving, { state: 'offline' | 'signedOut' }>

async function post(meetingId: string, op: Op): Promise<Answer> {
  const { method, path } = ADDRESSES[op.do]
  const response = await fetch(`/meetings/${meetingId}/workspace/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(op.body),
  }).catch(() => null)
  const answer = await response?.json().catch(() => null)
  if (!response || response.status >= 500) return { state: 'offline' }
  if (response.status === 401) return { state: 'signedOut', text: answer?.error ?? '' }
  if (!response.ok) return { trouble: answer ?? {} }
  // An answer that is none of ours comes from a network that wants something first.
  return answer ? { log: answer } : { state: 'offline' }
}
