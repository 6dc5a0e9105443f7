'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'

/** What each key does with the enquiry that has the focus. */
const STEPS: Record<string, string> = { 1: 'sort', 2: 'route', 3: 'propose', 4: 'not_ours' }

/**
 * `j` and `k` go through the list, `1` to `4` open a form for the enquiry one stands on; only there, or where
 * nothing has the focus (WCAG 2.1.4). What says so is shown once they work.
 */
export function TriageKeys({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [listening, setListening] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey) return
      const rows = [...document.querySelectorAll<HTMLElement>('[data-enquiry]')]
      const at = rows.indexOf(target as HTMLElement)
      if (at === -1 && target !== document.body) return
      if (key === 'j' || key === 'k')
        rows[key === 'j' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)]?.focus()
      const step = STEPS[key]
      const row = rows[at]
      if (step && row) router.push(`/enquiries/${row.dataset.enquiry}?do=${step}`)
    }
    document.addEventListener('keydown', press)
    setListening(true)
    return () => document.removeEventListener('keydown', press)
  }, [router])
  return listening && <p className="no-print mt-6 text-sm text-muted max-sm:hidden">{children}</p>
}
