'use client'

import { useEffect } from 'react'

/**
 * Takes an address that lets somebody in out of the address bar and the history, once the page stands. Next keeps its
 * own state of the entry, so what is pressed here is still sent to where the page came from.
 */
export function ForgetAddress({ instead }: { instead: string }) {
  useEffect(() => {
    window.history.replaceState(window.history.state, '', instead)
  }, [instead])
  return null
}
