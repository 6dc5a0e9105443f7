import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { Table, Td, Th } from '@/components/ui/table'
import { CHANNELS, NEWS, RHYTHMS } from '@/db/schema'
import { formatTime, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { getMailPreferences } from '../queries'
import { changeMailPreferencesAction } from '../server-actions'

/** Which news come at once, with the daily or weekly mail, or not at all. */
export async function MailPreferences({ viewer, locale }: { viewer: Viewer; locale: Locale }) {
  const t = await getTranslations('me.mail')
  const wishes = getMailPreferences(viewer)
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
  return (
    <ActionForm id="mail" action={changeMailPreferencesAction} submit={t('save')} submitVariant="secondary">
      <Table label={t('title')}>
        <thead>
          <tr>
            <Th>{t('news')}</Th>
            {CHANNELS.map((channel) => (
              <Th key={channel}>{t(`channel.${channel}`)}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NEWS.map((news) => (
            <tr key={news}>
              <Th scope="row">{t(`about.${news}`)}</Th>
              {CHANNELS.map((channel) => (
                <Td key={channel}>
                  <input
                    type="radio"
                    name={news}
                    value={channel}
                    defaultChecked={wishes[news] === channel}
                    aria-label={`${t(`about.${news}`)}: ${t(`channel.${channel}`)}`}
                    className="size-6 accent-brand"
                  />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="max-w-[65ch] text-sm text-muted">{t('reminders')}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <SelectField
          name="rhythm"
          label={t('rhythm')}
          defaultValue={wishes.rhythm}
          options={RHYTHMS.map((rhythm) => ({ value: rhythm, label: t(`rhythms.${rhythm}`) }))}
        />
        <SelectField
          name="hour"
          label={t('hour')}
          defaultValue={String(wishes.hour)}
          options={hours.map((time, hour) => ({ value: String(hour), label: formatTime(time, locale) }))}
        />
      </div>
    </ActionForm>
  )
}
