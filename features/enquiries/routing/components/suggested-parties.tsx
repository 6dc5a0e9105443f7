import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PressForm } from '@/components/ui/press-form'
import { formatList, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { EnquiryDetail } from '../../queries/detail'
import { routeAction } from '../../server-actions'
import { listSuggested } from '../queries'

type Props = { enquiry: EnquiryDetail; viewer: Viewer; locale: Locale }

/** Where it may belong by the rules, each with why and one press; where no rule holds it says so to who looks for another place. */
export async function SuggestedParties({ enquiry, viewer, locale }: Props) {
  const suggested = listSuggested(viewer, enquiry)
  const refused = enquiry.parts.some(({ state }) => state === 'refused')
  if (suggested === null || (suggested.length === 0 && !refused)) return null
  const t = await getTranslations('enquiries.suggested')
  return (
    <Card title={t('title')}>
      {suggested.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul>
        {suggested.map(({ partyId, party, area, theme, words }) => {
          const reasons = [
            ...(words.length > 0
              ? [
                  t('words', {
                    words: formatList(
                      words.map((word) => `»${word}«`),
                      locale,
                    ),
                  }),
                ]
              : []),
            ...(area ? [t('area', { area })] : []),
            ...(theme ? [t('theme', { theme: locale === 'en' ? theme.nameEn : theme.nameDa })] : []),
          ]
          return (
            <li key={partyId} className="border-b border-line py-2.5 first:pt-0 last:border-b-0">
              <p>
                <strong>{party}</strong>{' '}
                <span className="text-sm text-muted">
                  {t('why', { reasons: formatList(reasons, locale) })}
                </span>
              </p>
              <PressForm
                action={routeAction}
                hidden={{ id: enquiry.id, version: String(enquiry.version), partyId, question: '' }}
                size="small"
              >
                {t('send', { party })}
              </PressForm>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
