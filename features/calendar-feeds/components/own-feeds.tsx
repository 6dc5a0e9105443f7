import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { PressForm } from '@/components/ui/press-form'
import { type Option, SelectField } from '@/components/ui/select-field'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listOwnFeeds } from '../queries'
import { makeFeedAction, revokeFeedAction } from '../server-actions'

type Props = { viewer: Viewer; forums: Option[]; locale: Locale }

/** Addresses at which one's calendar program follows along. */
export async function OwnFeeds({ viewer, forums, locale }: Props) {
  const t = await getTranslations('me.feeds')
  return (
    <>
      <p className="mb-4 max-w-[65ch] text-sm text-muted">{t('lead')}</p>
      <ul>
        {listOwnFeeds(viewer).map(({ id, forum, withDueDates, createdAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2"
          >
            <span>
              {forum ?? t('own')}
              {withDueDates && `, ${t('dueDates')}`}{' '}
              <span className="text-sm text-muted">
                {t('since', { date: formatDate(plainDateOf(createdAt), locale, 'long') })}
              </span>
            </span>
            <PressForm action={revokeFeedAction} hidden={{ id }} variant="quiet" size="small">
              {t('revoke')}
            </PressForm>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <ActionForm
          id="feed"
          action={makeFeedAction}
          submit={t('make')}
          submitVariant="secondary"
          className="[&_[role=status]]:wrap-anywhere [&_[role=status]]:select-all"
        >
          <SelectField name="forumId" label={t('which')} empty={t('own')} optional options={forums} />
          <label className="flex min-h-8 items-start gap-3 py-1">
            <input type="checkbox" name="withDueDates" className="mt-0.5 size-5 accent-brand" />
            {t('addDueDates')}
          </label>
        </ActionForm>
      </div>
      <p className="mt-2 text-sm text-muted">{t('secret')}</p>
    </>
  )
}
