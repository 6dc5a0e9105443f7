import type { Role } from '@/db/schema'
import { foldForSearch } from '@/lib/danish-order'

/** Invented people; `party` is the short name of the party they come from. */
export type DemoPerson = { name: string; title: string; role: Role; party: string }

const team = (name: string): DemoPerson => ({
  name,
  title: 'Projektmedarbejder',
  role: 'coordinator',
  party: 'TMF',
})
const lead = (party: string, name: string, title: string): DemoPerson => ({
  name,
  title,
  role: 'department_lead',
  party,
})
const staff = (party: string, name: string, title: string): DemoPerson => ({
  name,
  title,
  role: 'department_staff',
  party,
})
const organisation = (party: string, name: string, title: string): DemoPerson => ({
  name,
  title,
  role: 'housing_organisation',
  party,
})

export const LOCAL_COMMITTEE = 'Nørrebro Lokaludvalg'
export const AUDIT = 'Intern Revision'

export const PEOPLE: readonly DemoPerson[] = [
  team('Mette Holm'),
  team('Jonas Friis'),
  team('Amina Yusuf'),

  lead('ØKF', 'Niels Brandstrup', 'Kontorchef'),
  staff('ØKF', 'Signe Ravn', 'Tryghedskonsulent'),
  lead('KFF', 'Hanne Skovgaard', 'Områdechef'),
  staff('KFF', 'Peter Lindgren', 'Bibliotekskonsulent'),
  staff('KFF', 'Sara Winther', 'Kulturkonsulent'),
  lead('BUF', 'Bodil Thygesen', 'Områdechef'),
  staff('BUF', 'Line Krogh', 'Klubkonsulent'),
  staff('BUF', 'Mikkel Aaby', 'Skolekonsulent'),
  lead('SUF', 'Jørgen Kofoed', 'Centerchef'),
  staff('SUF', 'Nadia Rahimi', 'Forebyggelseskonsulent'),
  lead('SOF', 'Ida Marie Lauritzen', 'Centerchef'),
  staff('SOF', 'Thomas Ellegaard', 'Sektionsleder'),
  lead('TMF', 'Kirsten Møllebro', 'Enhedschef'),
  staff('TMF', 'Anders Vinding', 'Områdekonsulent'),
  lead('BIF', 'Karen Lund', 'Sektionsleder'),
  staff('BIF', 'Søren Bak', 'Jobkonsulent'),
  staff('BIF', 'Louise Damsbo', 'Virksomhedskonsulent'),

  organisation('fsb', 'Pia Storm', 'Koordinator'),
  organisation('fsb', 'Rikke Hedelund', 'Projektleder'),
  organisation('AAB', 'Åse Aagaard', 'Boligsocial leder'),
  organisation('AAB', 'Ejvind Lassen', 'Projektleder'),
  organisation('3B', 'Mads Bjerregaard', 'Partnerskabsleder'),
  organisation('VIBO', 'Charlotte Ørum', 'Projektleder'),
  organisation('AKB København', 'Camilla Toft', 'Boligsocial medarbejder'),
  organisation('SAB', 'Bente Kruse', 'Koordinator'),
  organisation('HAB', 'Torben Wiinstedt', 'Driftschef'),
  organisation('DFB', 'Maria Sandholt', 'Koordinator'),
  organisation('Lejerbo', 'Henrik Kjærsgaard', 'Projektleder'),
  organisation('KAB', 'Erik Dam', 'Chefkonsulent'),

  { name: 'Lars Nygaard', title: 'Lokaludvalgssekretær', role: 'partner', party: LOCAL_COMMITTEE },
  { name: 'Ruth Vind', title: 'Revisor', role: 'auditor', party: AUDIT },
]

/** The reserved domain .invalid can never receive mail. */
export const emailOf = (name: string): string =>
  `${foldForSearch(name).replaceAll(/[^a-z]+/g, '.')}@demo.invalid`
