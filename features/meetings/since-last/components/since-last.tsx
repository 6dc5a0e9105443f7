import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate, type Locale } from '@/lib/format'
import type { SinceLast as Facts } from '../queries'

const GROUPS = ['late', 'closed', 'moved'] as const

/** What the item "Siden sidst" says by itself: in a sentence, and folded out in full. */
export async function SinceLast({ facts, locale }: { facts: Facts; locale: Locale }) {
  const t = await getTranslations('sinceLast')
  const { last, decided } = facts
  const counts = Object.fromEntries(GROUPS.map((group) => [group, facts[group].length]))
  return (
    <div className="mt-1 text-sm">
      <p>
        {t('summary', {
          date: formatDate(last.heldOn, locale, 'long'),
          decided: decided.length,
          ...counts,
        } as never)}
      </p>
      <Disclosure summary={t('all')}>
        <div className="space-y-3">
          {decided.length > 0 && (
            <Group title={t('decided')}>
              {decided.map(({ id, label, body }) => (
                <li key={id} className="whitespace-pre-line wrap-anywhere">
                  {label && (
                    <Link
                      href={`/decisions/${id}`}
                      prefetch={false}
                      className="font-semibold text-link hover:underline"
                    >
                      {t('decision', { number: label })}
                    </Link>
                  )}{' '}
                  {body}
                </li>
              ))}
            </Group>
          )}
          {GROUPS.filter((group) => facts[group].length > 0).map((group) => (
            <Group key={group} title={t(group)}>
              {facts[group].map(({ id, title, party, dueOn }) => (
                <li key={id}>
                  <Link
                    href={`/action-items/${id}`}
                    prefetch={false}
                    className="text-link wrap-anywhere hover:underline"
                  >
                    {title}
                  </Link>{' '}
                  <span className="text-muted">
                    {party} · {t('due', { date: formatDate(dueOn, locale, 'long') })}
                  </span>
                </li>
              ))}
            </Group>
          ))}
        </div>
      </Disclosure>
    </div>
  )
}

const Group = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div>
    <h3 className="font-semibold text-muted">{title}</h3>
    <ul className="list-disc pl-5">{children}</ul>
  </div>
)
