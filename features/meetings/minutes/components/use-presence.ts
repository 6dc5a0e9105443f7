'use client'

import { useEffect, useRef, useState } from 'react'
import { PRESENCE_MS, type Present } from '../rules'
import type { Log } from './use-log'

/** Who leaves the machine alone for so long is not here any more, and is signed out in time like anybody else. */
const AWAY_MS = 10 * 60_000

type Props = { meetingId: string; itemId: string | undefined; typing: boolean; look: Log['look'] }

/** Tells the others that one is here, and hears from them: who is where, and what they have written. */
export function usePresence({ meetingId, itemId, typing, look }: Props): Present[] {
  const [others, setOthers] = useState<Present[]>([])
  const here = useRef({ itemId, typing })
  useEffect(() => {
    here.current = { itemId, typing }
  })
  useEffect(() => {
    let lastTouched = Date.now()
    const touched = () => {
      lastTouched = Date.now()
    }
    const ask = () =>
      look(async () => {
        const said = here.current
        if (document.hidden || !said.itemId || Date.now() - lastTouched > AWAY_MS) return null
        const response = await fetch(`/meetings/${meetingId}/workspace/presence`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(said),
        }).catch(() => null)
        const answer = response?.ok ? await response.json().catch(() => null) : null
        setOthers(answer?.others ?? [])
        return answer?.log ?? null
      })
    ask()
    const timer = setInterval(ask, PRESENCE_MS)
    for (const event of ['keydown', 'pointerdown']) window.addEventListener(event, touched)
    return () => {
      clearInterval(timer)
      for (const event of ['keydown', 'pointerdown']) window.removeEventListener(event, touched)
    }
  }, [meetingId, look])
  return others
}
