import { ChevronDown } from 'lucide-react'
import { NavigationLink } from './navigation-link'

type Props = { label: string; items: { href: string; label: string }[] }

/** Native, so it opens without JavaScript. */
export function MoreMenu({ label, items }: Props) {
  return (
    <details className="relative flex-none">
      <summary className="flex list-none items-center gap-1 px-3 py-2.5 text-[15px] leading-5 text-muted hover:text-ink">
        {label}
        <ChevronDown aria-hidden="true" strokeWidth={1.75} className="size-4" />
      </summary>
      <div className="absolute left-0 z-10 w-56 rounded-card border border-line bg-surface p-2 shadow-lg">
        {items.map((item) => (
          <NavigationLink
            key={item.href}
            href={item.href}
            className="block rounded-field px-3 py-2 hover:bg-sunken"
            currentClassName="bg-sunken font-semibold"
          >
            {item.label}
          </NavigationLink>
        ))}
      </div>
    </details>
  )
}
