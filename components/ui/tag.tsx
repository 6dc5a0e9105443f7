import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'info'

const TONES: Record<Tone, string> = {
  plain: 'bg-sunken text-ink',
  ok: 'bg-ok-tint text-ok',
  warn: 'bg-warn-tint text-warn',
  bad: 'bg-bad-tint text-bad',
  info: 'bg-info-tint text-info',
}

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-block whitespace-nowrap rounded px-2 py-px text-xs leading-5 print:px-0',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
