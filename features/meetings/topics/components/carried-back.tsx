import { getTranslations } from 'next-intl/server'
import { PressForm } from '@/components/ui/press-form'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { CarriedBecause } from '@/db/schema'
import { removeAgendaItemAction } from '../../agenda/server-actions'
import { closeTopicAction, keepItemAction } from '../server-actions'

type Props = { id: string; because: CarriedBecause; title: string }

/** Why an item came back by itself, and what to do with it. */
export async function CarriedBack({ id, because, title }: Props) {
  const t = await getTranslations('topics')
  const ofItem = {
    title,
    hidden: (chunks: React.ReactNode) => <VisuallyHidden>{chunks}</VisuallyHidden>,
  }
  return (
    <div className="col-start-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-field bg-info-tint px-3 py-2 text-sm sm:col-end-[-1]">
      <span className="text-info">{t(`because.${because}`)}</span>
      <PressForm action={keepItemAction} hidden={{ id }} size="small">
        {t.rich('keep', ofItem)}
      </PressForm>
      <PressForm action={removeAgendaItemAction} hidden={{ id }} size="small" variant="quiet">
        {t.rich('notNow', ofItem)}
      </PressForm>
      <PressForm action={closeTopicAction} hidden={{ id }} size="small" variant="quiet">
        {t.rich('drop', ofItem)}
      </PressForm>
    </div>
  )
}
