import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Table, Td, Th } from '@/components/ui/table'
import { formatAmount, formatList, type Locale } from '@/lib/format'
import type { Allocation, Decision, Funding } from '../queries/funding'
import { nameOfDecision } from './decisions'
import { Districts } from './districts'
import { EditLink, Section } from './section'

type Props = {
  funding: Funding
  locale: Locale
  hrefOf?: (id?: string) => string
  form?: ReactNode
}

/** What was given out, held up against what was set aside, by area, and row by row. */
export async function Allocations({ funding, locale, hrefOf, form }: Props) {
  const t = await getTranslations('funding.allocations')
  const { allocations, decisions, facts } = funding
  return (
    <Section
      anchor="allocations"
      title={t('title')}
      add={hrefOf && { href: hrefOf(), label: t('new') }}
      form={form}
    >
      {allocations.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <>
          <ul className="max-w-[70ch] space-y-1">
            {facts.given.map((given) => (
              <li key={given.category}>
                <Given {...given} locale={locale} />
              </li>
            ))}
          </ul>
          <Districts allocations={allocations} locale={locale} />
          <h3 className="mt-6 mb-1 font-semibold">{t('rows')}</h3>
          <Rows allocations={allocations} decisions={decisions} locale={locale} hrefOf={hrefOf} />
        </>
      )}
    </Section>
  )
}

/** What is left is said, and what is over; nobody is made to spend it all. */
async function Given({
  category,
  givenOre,
  setAsideOre,
  leftOre,
  locale,
}: Funding['facts']['given'][number] & { locale: Locale }) {
  const t = await getTranslations('funding.allocations')
  const amount = (ore: number) => formatAmount(ore, locale)
  const values = { category: t(`category.${category}`), given: amount(givenOre) }
  if (setAsideOre === null || leftOre === null) return t('given', values)
  if (leftOre === 0) return t('even', values)
  return leftOre > 0
    ? t('left', { ...values, setAside: amount(setAsideOre), left: amount(leftOre) })
    : t('over', { ...values, setAside: amount(setAsideOre), over: amount(-leftOre) })
}

type RowsProps = Pick<Props, 'locale' | 'hrefOf'> & { allocations: Allocation[]; decisions: Decision[] }

async function Rows({ allocations, decisions, locale, hrefOf }: RowsProps) {
  const [t, all] = [await getTranslations('funding.allocations'), await getTranslations('funding')]
  const restsOn = (ids: string[]) =>
    decisions.filter(({ id }) => ids.includes(id)).map((decision) => nameOfDecision(decision, locale))
  return (
    <Table label={t('rows')}>
      <thead>
        <tr>
          <Th>{t('what')}</Th>
          <Th>{t('place')}</Th>
          <Th>{t('category.label')}</Th>
          <Th numeric>{t('amount')}</Th>
          {hrefOf && (
            <Th className="no-print">
              <span className="sr-only">{all('edit')}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {allocations.map(({ id, label, plan, area, category, amountOre, source, decisionIds }) => (
          <tr key={id}>
            <Th scope="row" className="min-w-56">
              {label}
              <span className="block text-sm text-muted">
                {all('source')}: {source}
              </span>
              {decisionIds.length > 0 && (
                <span className="block text-sm text-muted">
                  {t('decisions')}: {formatList(restsOn(decisionIds), locale)}
                </span>
              )}
            </Th>
            <Td>
              {plan ? (
                <Link href={`/plans/${plan.id}`} prefetch={false} className="text-link hover:underline">
                  {plan.name}
                </Link>
              ) : (
                (area ?? t('everywhere'))
              )}
              {plan && <span className="block text-sm text-muted">{area}</span>}
            </Td>
            <Td>{t(`category.${category}`)}</Td>
            <Td numeric className="whitespace-nowrap">
              {formatAmount(amountOre, locale)}
            </Td>
            {hrefOf && (
              <Td className="no-print">
                <EditLink href={hrefOf(id)} name={label} />
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
