'use client'

import { useSelectedLayoutSegment, useServerInsertedHTML } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useRef } from 'react'
import type { CurrentAnswer } from '@/auth/current-answer'
import { ERROR_WORDS } from './(house)/error-words'

type Props = { notFound: { title: string; text: string; toOverview: string } }

/**
 * Where a page ends in `notFound()` or fails, Next sends an empty body and lets the browser draw the rest. Whoever has
 * no scripts reads the same here. An unknown address is drawn whole by the server and needs none of this.
 */
export function WithoutScripts({ notFound }: Props) {
  const locale = useLocale()
  const isDrawn = useSelectedLayoutSegment() === '/_not-found'
  const isSaid = useRef(false)
  useServerInsertedHTML(() => {
    const { title, text } = { 404: notFound, 500: ERROR_WORDS[locale] }[statusOfAnswer()] ?? {}
    if (!title || isDrawn || isSaid.current) return null
    isSaid.current = true
    return (
      <noscript>
        <meta name="color-scheme" content="light dark" />
        <main lang={locale}>
          <h1>{title}</h1>
          <p>{text}</p>
          <a href="/">{notFound.toOverview}</a>
        </main>
      </noscript>
    )
  })
  return null
}

/** The server keeps the answer here; what keeps it there cannot be loaded by a browser. */
const statusOfAnswer = () => (globalThis as CurrentAnswer).enIndgangAnswer?.getStore()?.statusCode ?? 200
