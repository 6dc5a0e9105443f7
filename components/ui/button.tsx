import clsx from 'clsx'
import Link from 'next/link'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
type Looks = { variant?: ButtonVariant; size?: 'normal' | 'small'; className?: string }

export const buttonLooks = ({ variant = 'secondary', size = 'normal', className }: Looks) =>
  clsx(
    'no-print inline-flex cursor-pointer items-center justify-center gap-2 rounded-field',
    variant === 'quiet' ? 'font-normal' : 'font-semibold',
    size === 'small' ? 'min-h-8 text-sm' : 'min-h-10 max-sm:min-h-11',
    variant !== 'quiet' && (size === 'small' ? 'px-3' : 'px-4'),
    variant !== 'quiet' && 'border',
    {
      primary: 'border-brand bg-brand text-on-brand hover:border-brand-strong hover:bg-brand-strong',
      secondary: 'border-line-strong bg-surface hover:bg-sunken',
      quiet: 'text-link underline-offset-4 hover:underline',
      danger: 'border-bad bg-surface text-bad hover:bg-bad-tint',
    }[variant],
    className,
  )

export function Button({
  variant,
  size,
  className,
  type = 'submit',
  ...rest
}: Looks & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={buttonLooks({ variant, size, className })} {...rest} />
}

export function ButtonLink({
  variant,
  size,
  className,
  href,
  children,
}: Looks & { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={buttonLooks({ variant, size, className })}>
      {children}
    </Link>
  )
}
