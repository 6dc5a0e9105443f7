'use client'

import clsx from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Answer } from './use-answer'

type Props = { answer: Answer; tone: 'warn' | 'bad'; className?: string; children: ReactNode }

/** What the server said instead of yes. Takes the focus each time it says it, so that nobody overlooks it. */
export function AnswerBox({ answer, tone, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer) box.current?.focus()
  }, [answer])
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className={clsx(
        'rounded-field border-l-4 px-4 py-3',
        tone === 'bad' ? 'border-l-bad bg-bad-tint' : 'border-l-warn bg-warn-tint',
        className,
      )}
    >
      {children}
    </div>
  )
}
