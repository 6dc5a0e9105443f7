import type { ReactNode } from 'react'

export function DescriptionList({ items }: { items: { term: string; description: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 sm:grid-cols-[max-content_1fr]">
      {items.map(({ term, description }) => (
        <div key={term} className="contents">
          <dt className="pt-2 text-sm text-muted">{term}</dt>
          <dd className="border-b border-line pb-2 sm:border-b-0 sm:pt-1.5">{description}</dd>
        </div>
      ))}
    </dl>
  )
}
