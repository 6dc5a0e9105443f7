import type { ReactNode } from 'react'
import { requireViewer } from '@/auth/session'
import { Frame } from '../frame'

export default async function HouseLayout({ children }: { children: ReactNode }) {
  return <Frame viewer={await requireViewer()}>{children}</Frame>
}
