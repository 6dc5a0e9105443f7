'use client'

import { useEffect } from 'react'

const KEYS: Record<string, 'up' | 'down'> = { ArrowUp: 'up', ArrowDown: 'down' }

/** Alt+Shift+↑ and ↓ press the buttons of the row one stands in, marked `data-movable` and `data-move`. */
export function MoveKeys() {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const to = KEYS[event.key]
      if (!to || !event.altKey || !event.shiftKey || !(event.target instanceof Element)) return
      const button = event.target
        .closest('[data-movable]')
        ?.querySelector<HTMLButtonElement>(`[data-move="${to}"] button`)
      if (!button) return
      event.preventDefault()
      button.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}
