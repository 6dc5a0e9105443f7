'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** What each key does with the enquiry that has the focus. */
const STEPS: Record<string, string> = { 1: 'sort', 2: 'route', 3: 'propose', 4: 'not_ours' }

/** `j` and `k` go through the list, `1` to `4` open a form for the enquiry one stands on; never while one types. */
export function TriageKeys() {
  const router = useRouter()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey) return
      if (target instanceof HTMLElement && target.closest('input, select, textarea')) return
      const rows = [...document.querySelectorAll<HTMLElement>('[data-enquiry]')]
      const at = rows.indexOf(document.activeElement as HTMLElement)
      if (key === 'j' || key === 'k')
        rows[key === 'j' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)]?.focus()
      const step = STEPS[key]
      const row = rows[Math.max(at, 0)]
      if (step && row) router.push(`/enquiries/${row.dataset.enquiry}?do=${step}`)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [router])
  return null
}
