import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { Tone } from './tag'

const TONES: Record<Tone, string> = {
  plain: 'border-l-line-strong bg-sunken',
  ok: 'border-l-ok bg-ok-tint',
  warn: 'border-l-warn bg-warn-tint',
  bad: 'border-l-bad bg-bad-tint',
  info: 'border-l-info bg-info-tint',
}

type Props = { tone?: Tone; title?: ReactNode; role?: 'status' | 'alert' | 'note'; children?: ReactNode }

export function Banner({ tone = 'plain', title, role, children }: Props) {
  return (
    <div role={role} className={clsx('mb-6 rounded-field border-l-4 px-4 py-3', TONES[tone])}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  )
}
