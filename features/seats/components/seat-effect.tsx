'use client'

import { useEffect, useRef, useState } from 'react'

type Props = {
  people: Record<string, { name: string; party: string; outside: boolean }>
  parties: Record<string, string>
  forums: Record<string, string>
  /** With {date}, {person}, {party} and {forum} to be filled in. */
  words: { inside: string; outside: string; unknown: string }
  chosen: { forumId?: string; personId?: string; partyId?: string; validFrom: string }
}

/** Who will see what from when, said again at every choice in the form around it. */
export function SeatEffect({ people, parties, forums, words, chosen }: Props) {
  const sentence = useRef<HTMLParagraphElement>(null)
  const [choice, setChoice] = useState(chosen)

  useEffect(() => {
    const form = sentence.current?.closest('form')
    const read = () => {
      const typed = new FormData(form ?? undefined)
      const field = (name: string) => String(typed.get(name) ?? '').trim()
      setChoice({
        forumId: field('forumId'),
        personId: field('personId'),
        partyId: field('partyId'),
        validFrom: field('validFrom'),
      })
    }
    form?.addEventListener('input', read)
    return () => form?.removeEventListener('input', read)
  }, [])

  const person = people[choice.personId ?? '']
  const forum = forums[choice.forumId ?? '']
  const known = person && forum && choice.validFrom
  const template = known ? words[person.outside ? 'outside' : 'inside'] : words.unknown
  return (
    <p
      ref={sentence}
      aria-live="polite"
      className="max-w-[60ch] rounded-field border-l-4 border-l-info bg-info-tint px-4 py-3"
    >
      {template
        .replace('{date}', choice.validFrom)
        .replace('{person}', person?.name ?? '')
        .replace('{party}', parties[choice.partyId ?? ''] ?? person?.party ?? '')
        .replace('{forum}', forum ?? '')}
    </p>
  )
}
