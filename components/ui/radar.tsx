'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Button } from './button'

export type Shown = { id: string; href: string; title: string; whose: string; why: string; more?: string }

const PAUSE_MS = 700

type Props = {
  form: string
  address: string
  /** Sent along with what the form holds. */
  asked?: Record<string, string>
  shown: Shown[]
  words: { title: string; none: string; hint: string; different?: string }
}

const isTypedIn = ({ elements }: HTMLFormElement): boolean =>
  [...elements].some((field) => field instanceof HTMLTextAreaElement && field.value !== field.defaultValue)

/**
 * Beside a form that is being written: what may already do this. Asks when one pauses, and is never in the way. What is
 * said not to be the same goes out of sight, and along with the form as `different`.
 */
export function Radar({ form, address, asked: also, shown, words }: Props) {
  const [found, setFound] = useState(shown)
  const [different, setDifferent] = useState<string[]>([])
  useEffect(() => {
    const element = document.getElementById(form)
    if (!(element instanceof HTMLFormElement)) return
    let timer: number | undefined
    let asked: AbortController | undefined
    const ask = async () => {
      asked?.abort()
      asked = new AbortController()
      const fields = [...new FormData(element)].filter(
        ([, value]) => typeof value === 'string' && value !== '',
      )
      const { signal } = asked
      const body = JSON.stringify({ ...Object.fromEntries(fields), ...also })
      try {
        const headers = { 'Content-Type': 'application/json' }
        const response = await fetch(address, { method: 'POST', headers, body, signal })
        if (response.ok) setFound(((await response.json()) as { found: Shown[] }).found)
      } catch {
        // Without an answer the list stays as it was; nothing of what is typed depends on it.
      }
    }
    const wait = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, PAUSE_MS)
    }
    element.addEventListener('input', wait)
    // Whoever types before the page is awake is not left without.
    if (isTypedIn(element)) wait()
    return () => {
      element.removeEventListener('input', wait)
      window.clearTimeout(timer)
      asked?.abort()
    }
  }, [form, address, also])
  const left = found.filter(({ id }) => !different.includes(id))
  return (
    <section
      aria-label={words.title}
      aria-live="polite"
      className="rounded-card border border-line bg-surface px-4 py-5 sm:px-6"
    >
      {different.map((id) => (
        <input key={id} type="hidden" form={form} name="different" value={id} />
      ))}
      <h2 className="mb-2 text-sm font-semibold text-muted">{words.title}</h2>
      {left.length === 0 ? (
        <p className="text-muted">{words.none}</p>
      ) : (
        <ul>
          {left.map(({ id, href, title, whose, why, more }) => (
            <li key={id} className="border-b border-line py-2.5 last:border-b-0">
              <Link href={href} prefetch={false} target="_blank" className="text-link hover:underline">
                {title}
              </Link>
              <span className="block text-sm">{whose}</span>
              {more && <span className="block text-sm wrap-anywhere">{more}</span>}
              <span className="block text-sm text-muted">{why}</span>
              {words.different && (
                <Button
                  type="button"
                  variant="quiet"
                  size="small"
                  onClick={() => setDifferent([...different, id])}
                >
                  {words.different} <span className="sr-only">{title}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-sm text-muted">{words.hint}</p>
    </section>
  )
}
