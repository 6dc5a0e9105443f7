import Link from 'next/link'
import type { ReactNode } from 'react'
import { MoreMenu } from './more-menu'
import { NavigationLink } from './navigation-link'

type NavigationItem = { href: string; label: string; under?: string[] }

type Props = {
  brand: string
  subtitle: string
  navigation: NavigationItem[]
  navigationLabel: string
  /** What does not fit in the row, behind one word. */
  more?: { label: string; items: NavigationItem[] }
  search?: ReactNode
  person: { name: string; party: string; href: string } | null
  signOut?: ReactNode
  demoNotice?: ReactNode
  /** Stands on paper only: of when, and whose view, this is. */
  printNotice?: ReactNode
  /** What everybody must know now. */
  warning?: ReactNode
  /** What holds until further notice. */
  notice?: ReactNode
  footer: { href: string; label: string }[]
  footerAside?: ReactNode
  skipLabel: string
  menuLabel: string
  children: ReactNode
}

/** Header, one row of navigation, the page, footer. All words come in from outside. */
export function Shell({
  brand,
  subtitle,
  navigation,
  more,
  search,
  person,
  signOut,
  demoNotice,
  printNotice,
  warning,
  notice,
  children,
  ...words
}: Props) {
  const everywhere = [...navigation, ...(more?.items ?? [])]
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main-content"
        className="absolute top-2 left-2 z-10 -translate-y-20 rounded-field bg-brand px-4 py-2 text-on-brand focus:translate-y-0"
      >
        {words.skipLabel}
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 max-w-[1200px] items-center gap-6 px-4 sm:px-6">
          <Link href="/" className="flex items-baseline gap-2.5 text-lg font-semibold">
            {brand} <span className="text-sm font-normal text-muted max-md:hidden">{subtitle}</span>
          </Link>
          <div className="ml-auto flex items-center gap-5 text-sm max-sm:hidden">
            {search}
            {person && <PersonLink person={person} />}
            {signOut}
          </div>
          {navigation.length > 0 && (
            <details className="relative ml-auto sm:hidden">
              <summary className="flex min-h-11 list-none items-center px-2 text-sm">
                {words.menuLabel}
              </summary>
              <div className="absolute right-0 z-10 w-64 rounded-card border border-line bg-surface p-2 shadow-lg">
                {search}
                <nav aria-label={words.navigationLabel}>
                  {everywhere.map(({ href, label, under }) => (
                    <NavigationLink
                      key={href}
                      href={href}
                      under={under}
                      className="block rounded-field px-3 py-2.5"
                      currentClassName="bg-sunken font-semibold"
                    >
                      {label}
                    </NavigationLink>
                  ))}
                </nav>
                <div className="mt-2 space-y-1 border-t border-line px-3 pt-3 pb-1 text-sm">
                  {person && <PersonLink person={person} />}
                  {signOut}
                </div>
              </div>
            </details>
          )}
        </div>
        {navigation.length > 0 && (
          <nav
            aria-label={words.navigationLabel}
            className="mx-auto flex h-11 max-w-[1200px] px-3 max-sm:hidden"
          >
            <div className="flex gap-1 overflow-x-auto">
              {navigation.map(({ href, label, under }) => (
                <NavigationLink
                  key={href}
                  href={href}
                  under={under}
                  className="border-b-[3px] px-3 py-2.5 text-[15px] leading-5 whitespace-nowrap"
                  currentClassName="border-brand font-semibold"
                  otherClassName="border-transparent text-muted hover:text-ink"
                >
                  {label}
                </NavigationLink>
              ))}
            </div>
            {more && <MoreMenu {...more} />}
          </nav>
        )}
      </header>
      {printNotice && <p className="mb-2 hidden text-sm text-muted print:block">{printNotice}</p>}
      {demoNotice && (
        <aside className="border-b border-line bg-sunken px-4 py-1.5 text-center text-sm text-muted print:mb-6 print:px-0 print:text-left">
          {demoNotice}
        </aside>
      )}
      {warning && (
        <p role="alert" className="bg-bad-tint px-4 py-2 text-center text-bad">
          {warning}
        </p>
      )}
      {notice}
      <main
        id="main-content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1200px] flex-1 px-4 pt-8 pb-16 outline-none sm:px-6"
      >
        {children}
      </main>
      <footer className="border-t border-line text-sm text-muted">
        <div className="mx-auto flex max-w-[1200px] flex-wrap items-center gap-x-6 gap-y-2 px-4 py-6 sm:px-6">
          {words.footer.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              className="inline-flex min-h-6 items-center underline-offset-4 hover:underline"
            >
              {label}
            </Link>
          ))}
          {words.footerAside && <div className="ml-auto">{words.footerAside}</div>}
        </div>
      </footer>
    </div>
  )
}

function PersonLink({ person }: { person: NonNullable<Props['person']> }) {
  return (
    <Link href={person.href} className="inline-flex min-h-8 items-center hover:underline">
      {person.name} <span className="ml-1.5 text-muted">{person.party}</span>
    </Link>
  )
}
