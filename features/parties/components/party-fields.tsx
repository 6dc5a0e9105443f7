import { getTranslations } from 'next-intl/server'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import type { ListedParty } from '../queries'
import { shownSortKey } from '../rules'

type Known = Pick<
  ListedParty,
  'shortName' | 'name' | 'administrator' | 'sortKey' | 'validFrom' | 'validTo' | 'kind'
>

export async function PartyFields({ known, locale }: { known?: Known; locale: Locale }) {
  const t = await getTranslations('parties.field')
  const day = (date: string | null | undefined) => (date ? formatDate(date, locale, 'numeric') : undefined)
  return (
    <>
      <TextField
        name="shortName"
        label={t('shortName')}
        hint={t('shortNameHint')}
        width="half"
        defaultValue={known?.shortName}
      />
      <TextField name="name" label={t('name')} defaultValue={known?.name} />
      {known?.kind !== 'department' && (
        <TextField
          name="administrator"
          label={t('administrator')}
          hint={t('administratorHint')}
          width="half"
          optional
          defaultValue={known?.administrator ?? ''}
        />
      )}
      <TextField
        name="sortKey"
        label={t('sortKey')}
        hint={t('sortKeyHint')}
        width="half"
        optional
        defaultValue={known && shownSortKey(known)}
      />
      <DateField name="validFrom" label={t('validFrom')} optional defaultValue={day(known?.validFrom)} />
      <DateField
        name="validTo"
        label={t('validTo')}
        hint={t('validToHint')}
        optional
        defaultValue={day(known?.validTo)}
      />
    </>
  )
}
