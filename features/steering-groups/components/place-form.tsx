import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import type { LeftItem } from '../queries/left-behind'
import type { Place } from '../queries/places'
import { placeItemAction } from '../server-actions'

type Props = { item: LeftItem; places: Place[]; groupId: string }

/** Onto something of the forum that took over, or nowhere, for a reason. */
export async function PlaceForm({ item, places, groupId }: Props) {
  const t = await getTranslations('succession.group')
  return (
    <ActionForm
      id={`place-${item.id}`}
      action={placeItemAction}
      hidden={{ successionItemId: item.id, version: item.version }}
      submit={t('save')}
      size="small"
      className="no-print mt-3"
      secondary={
        <Link
          href={`/forums/succession/${groupId}`}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-link hover:underline"
        >
          {t('cancel')}
        </Link>
      }
    >
      <SelectField
        name="where"
        label={t('where')}
        empty={t('chooseWhere')}
        width="full"
        options={[
          ...places.map(({ placement, id, label }) => ({
            value: `${placement}/${id}`,
            label,
            group: t(`onto.${placement}`),
          })),
          { value: 'ended', label: t('ended'), group: t('onto.ended') },
        ]}
      />
      <TextArea
        name="endedReason"
        label={t('reason')}
        hint={t('reasonHint')}
        optional
        rows={2}
        defaultValue={item.endedReason}
      />
    </ActionForm>
  )
}
