import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { ClassificationFields } from '@/features/classifications/components/classification-fields'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { Offer } from '../queries'
import { offerChoices } from '../queries'
import { addOfferAction, changeOfferAction } from '../server-actions'

type Props = { offer?: Offer; viewer: Viewer; today: PlainDate; locale: Locale }

export async function OfferForm({ offer, viewer, today, locale }: Props) {
  const [t, words] = await Promise.all([getTranslations('offers'), getTranslations('initiatives')])
  const choices = offerChoices(viewer)
  const day = (date?: string | null) => (date ? formatDate(date, locale, 'numeric') : undefined)
  return (
    <ActionForm
      id="offer"
      action={offer ? changeOfferAction : addOfferAction}
      hidden={offer ? { id: offer.id, version: offer.version } : {}}
      submit={t(offer ? 'save' : 'add')}
    >
      {!offer && <SelectField name="partyId" label={t('department')} options={choices.departments} />}
      <TextField name="title" label={t('name')} defaultValue={offer?.title} />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        rows={4}
        maxLength={2000}
        optional
        defaultValue={offer?.description}
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <ClassificationFields chosen={offer} today={today} locale={locale} />
        <SelectField
          name="areaId"
          label={words('area')}
          options={choices.areas}
          empty={t('wholeCity')}
          optional
          defaultValue={offer?.areaId ?? undefined}
        />
        <SelectField
          name="estateId"
          label={t('near')}
          options={choices.estates}
          empty={words('choose')}
          optional
          defaultValue={offer?.estateId ?? undefined}
        />
        <TextField name="place" label={t('place')} optional defaultValue={offer?.place} />
      </div>
      <TextField name="opening" label={t('opening')} optional defaultValue={offer?.opening} />
      <TextField
        name="contact"
        label={t('contact')}
        hint={t('contactHint')}
        optional
        defaultValue={offer?.contact}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="startsOn" label={words('startsOn')} optional defaultValue={day(offer?.startsOn)} />
        <DateField name="endsOn" label={words('endsOn')} optional defaultValue={day(offer?.endsOn)} />
      </div>
    </ActionForm>
  )
}
