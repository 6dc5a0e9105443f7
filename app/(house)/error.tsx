'use client'

import { useLocale } from 'next-intl'
import { Button } from '@/components/ui/button'

/** In the file itself: only the words of forms are in the browser, and an error must not need more. */
const WORDS = {
  da: {
    title: 'Siden kunne ikke vises',
    text: 'Fejlen er hos os, og der er ikke ændret noget. Prøv igen om lidt. Bliver det ved, så skriv til det boligsociale team, hvad du ville, og hvornår.',
    again: 'Prøv igen',
    reference: 'Nævn gerne dette nummer:',
  },
  en: {
    title: 'The page could not be shown',
    text: 'The fault is ours, and nothing was changed. Try again in a moment. If it goes on, tell the housing-social team what you wanted to do, and when.',
    again: 'Try again',
    reference: 'Please mention this number:',
  },
}

export type Props = { error: Error & { digest?: string }; retry: () => void }

/** Within the frame, so that the way to other pages stays open. */
export default function ErrorPage({ error, retry }: Props) {
  const words = WORDS[useLocale()]
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
