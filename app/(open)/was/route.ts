import { redirect } from 'next/navigation'

/** The short address under which authorities look for the statement (R14). */
export function GET() {
  redirect('/accessibility')
}
