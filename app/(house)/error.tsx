'use client'

import { useLocale } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ERROR_WORDS } from './error-words'

export type Props = { error: Error & { digest?: string }; retry: () => void }

/** Within the frame, so that the way to other pages stays open. */
export default function ErrorPage({ error, retry }: Props) {
  const words = ERROR_WORDS[useLocale()]
  return (
    <>
      <title>{`${words.title} · Én indgang`}</title>
      <h1 className="mb-4 text-3xl font-semibold">{words.title}</h1>
      <p className="mb-6">{words.text}</p>
      <Button type="button" variant="primary" onClick={() => retry()}>
        {words.again}
      </Button>
      {error.digest && (
        <p className="mt-6 text-sm text-muted">
          {words.reference} {error.digest}
        </p>
      )}
    </>
  )
}
