/** The demonstration clinic's staff. All invented; the password is no secret, and exists only where the demo runs. */
import type { Role } from '@keel/care'

export const demoClinicId = '00000000-0000-4000-8000-00000000de30'
export const demoPassword = 'keel-demo-2026'

export interface DemoSignIn {
  readonly name: string
  readonly role: string
  readonly email: string
  readonly password: string
}

export interface DemoPerson {
  readonly name: string
  readonly title: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly aclsCurrent: boolean
}

export const demoPeople: readonly DemoPerson[] = [
  {
    name: 'Nora Example, RN',
    title: 'Nurse, session monitor',
    email: 'nora@demo.example',
    roles: ['session-monitor'],
    aclsCurrent: false,
  },
  {
    name: 'Miguel Example, RN',
    title: 'Nurse, session monitor',
    email: 'miguel@demo.example',
    roles: ['session-monitor'],
    aclsCurrent: true,
  },
  {
    name: 'Dr. Priya Example',
    title: 'Prescriber',
    email: 'priya@demo.example',
    roles: ['prescriber'],
    aclsCurrent: true,
  },
  {
    name: 'Dr. Daniel Example',
    title: 'Medical director',
    email: 'daniel@demo.example',
    roles: ['medical-director', 'prescriber'],
    aclsCurrent: true,
  },
  { name: 'Fran Example', title: 'Front desk', email: 'fran@demo.example', roles: ['front-desk'], aclsCurrent: false },
]

export const demoSignIns: readonly DemoSignIn[] = demoPeople.map(({ name, title, email }) => ({
  name,
  role: title,
  email,
  password: demoPassword,
}))
