import clsx from 'clsx'
import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react'

/** A table that scrolls inside its own, focusable region when the screen is narrow. `label` names it. */
export function Table({
  label,
  children,
  className,
}: {
  label: string
  children: ReactNode
  className?: string
}) {
  return (
    <section
      aria-label={label}
      tabIndex={0}
      className={clsx('relative overflow-x-auto print:overflow-visible', className)}
    >
      <table className="w-full border-collapse [&_tbody_tr:last-child>*]:border-b-0">{children}</table>
    </section>
  )
}

export function Th({
  numeric,
  className,
  scope = 'col',
  ...rest
}: { numeric?: boolean } & ThHTMLAttributes<HTMLElement>) {
  return (
    <th
      scope={scope}
      className={clsx(
        'border-b border-line pr-3',
        scope === 'col'
          ? 'py-2 align-bottom text-xs font-semibold text-muted'
          : 'py-2.5 align-middle font-normal',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    />
  )
}

export function Td({ numeric, className, ...rest }: { numeric?: boolean } & TdHTMLAttributes<HTMLElement>) {
  return (
    <td
      className={clsx('border-b border-line py-2.5 pr-3 align-middle', numeric && 'text-right', className)}
      {...rest}
    />
  )
}
