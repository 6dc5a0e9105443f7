import type { ReactNode } from 'react'

/** `value` is what machines read: a date, or an instant in ISO. */
export function DateTime({
  value,
  className,
  children,
}: {
  value: string
  className?: string
  children: ReactNode
}) {
  return (
    <time dateTime={value} className={className}>
      {children}
    </time>
  )
}
