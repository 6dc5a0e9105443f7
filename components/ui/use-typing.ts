'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/auth/form-state'

type Version = string | number

/**
 * A form shows what is stored until somebody types. From then on it keeps their text and the version they began on,
 * whatever newer version comes in under their hands, so that the server notices and nothing is overwritten unseen.
 */
export function useTyping(form: RefObject<HTMLFormElement | null>, stored?: Version, savedAt?: number) {
  const [typing, setTyping] = useState<{ on?: Version }>()
  const typedSinceSent = useRef(false)

  const newest = `${stored} ${savedAt}`
  const shown = useRef(newest)
  useEffect(() => {
    if (typing || shown.current === newest) return
    shown.current = newest
    form.current?.reset()
  }, [form, typing, newest])

  return {
    version: typing?.on ?? stored,
    typed() {
      typedSinceSent.current = true
      setTyping((before) => (before && (before.on ?? stored) === before.on ? before : { on: stored }))
    },
    sent() {
      typedSinceSent.current = false
    },
    /** A question leaves everything as it is. A refusal was read on the newest page, so the next press counts there. */
    answered({ question, at }: FormState) {
      if (!question) setTyping(at && !typedSinceSent.current ? undefined : {})
    },
  }
}
