'use client'

import { useTranslations } from 'next-intl'
import type { WorkspaceItem } from '../queries/workspace'
import type { Present } from '../rules'

/** Who else has the log open, and at which item, so that two write beside each other and not over each other. */
export function OthersPresent({ others, items }: { others: Present[]; items: WorkspaceItem[] }) {
  const t = useTranslations('workspace.others')
  const words = others.map(({ name, itemId, typing }) => {
    const number = items.find(({ id }) => id === itemId)?.number
    if (!number) return t('here', { name })
    return t(typing ? 'typing' : 'at', { name, number })
  })
  return (
    <p role="status" className="w-full text-sm text-muted empty:hidden">
      {words.join(' · ')}
    </p>
  )
}
