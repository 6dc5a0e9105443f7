import type { ReactNode } from 'react'

/** What will be here, why it is empty, and the one next step. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded-card border border-dashed border-line-strong px-6 py-8 text-muted">
      <p className="max-w-[60ch]">{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
