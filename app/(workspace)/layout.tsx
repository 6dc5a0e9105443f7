import type { ReactNode } from 'react'
import { requireViewer } from '@/auth/session'
import { TeamEnded } from '@/features/funding/components/team-ended'

/** The whole window for one thing, without the frame of the other pages. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  return (
    <div className="flex min-h-dvh flex-col min-[1100px]:h-dvh">
      <TeamEnded viewer={viewer} />
      {children}
    </div>
  )
}
