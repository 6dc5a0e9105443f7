import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Table, Td, Th } from '@/components/ui/table'
import { formatAmount, formatBasisPoints, type Locale } from '@/lib/format'
import type { Figure } from '../queries/funding'
import { EditLink, Section } from './section'

type Props = { figures: Figure[]; locale: Locale; hrefOf?: (id?: string) => string; form?: ReactNode }

/** What the sources state: each amount with what it is of, and where it is written. */
export async function Figures({ figures, locale, hrefOf, form }: Props) {
  const [t, all] = [await getTranslations('funding.figures'), await getTranslations('funding')]
  return (
    <Section
      anchor="figures"
      title={t('title')}
      add={hrefOf && { href: hrefOf(), label: t('new') }}
      form={form}
    >
      {figures.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <Table label={t('title')}>
          <thead>
            <tr>
              <Th>{t('kind.label')}</Th>
              <Th numeric>{t('amount')}</Th>
              <Th>{t('base')}</Th>
              <Th>{all('source')}</Th>
              {hrefOf && (
                <Th className="no-print">
                  <span className="sr-only">{all('edit')}</span>
                </Th>
              )}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ id, kind, nature, amountOre, claimedBasisPoints, base, source }) => (
              <tr key={id}>
                <Th scope="row">
                  {t(`kind.${kind}`)} <span className="text-sm text-muted">{t(`nature.${nature}`)}</span>
                </Th>
                <Td numeric className="whitespace-nowrap">
                  {formatAmount(amountOre, locale)}
                </Td>
                <Td className="min-w-36">
                  {claimedBasisPoints === null
                    ? base
                    : t('claimedOf', { share: formatBasisPoints(claimedBasisPoints, locale), base })}
                </Td>
                <Td className="min-w-36 text-sm text-muted">{source}</Td>
                {hrefOf && (
                  <Td className="no-print">
                    <EditLink href={hrefOf(id)} name={t(`kind.${kind}`)} />
                  </Td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
