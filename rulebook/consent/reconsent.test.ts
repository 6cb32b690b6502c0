import { describe, expect, it } from 'vitest'
import type { ConsentElement } from './consent-element.ts'
import { consentElements } from './consent-elements.ts'
import { type ConsentDue, reconsentNeeded, type SignedConsent } from './reconsent.ts'

const elements = consentElements({ drug: 'ketamine', route: 'IV', region: 'US', takeHome: false })
const subject = { protocol: 'iv-ket-trd', product: 'ketamine injection', route: 'IV' } as const
const signed: SignedConsent = {
  ...subject,
  on: '2026-11-22',
  versions: Object.fromEntries(elements.map(({ id, version }) => [id, version])),
}
const now: ConsentDue = { ...subject, on: '2027-05-01', elements }
const kinds = (before: SignedConsent | null, today: ConsentDue) =>
  reconsentNeeded(before, today).map(({ kind }) => kind)

function revised(id: ConsentElement['id'], material: boolean): readonly ConsentElement[] {
  return elements.map((one) =>
    one.id === id ? { ...one, version: one.version + 1, lastMaterialVersion: one.version + (material ? 1 : 0) } : one,
  )
}

describe('consent is asked again', () => {
  it('not while it is current', () => {
    expect(reconsentNeeded(signed, now)).toEqual([])
  })

  it('when none was signed', () => {
    expect(kinds(null, now)).toEqual(['never-signed'])
  })

  it('one day past 12 months, not on the day', () => {
    expect(kinds(signed, { ...now, on: '2027-11-22' })).toEqual([])
    expect(reconsentNeeded(signed, { ...now, on: '2027-11-23' })).toMatchObject([
      { kind: 'too-old', says: 'The consent was signed on 2026-11-22, more than 12 months ago.' },
    ])
  })

  it('after a leap day by the end of February', () => {
    const leap = { ...signed, on: '2028-02-29' }
    expect(kinds(leap, { ...now, on: '2029-02-28' })).toEqual([])
    expect(kinds(leap, { ...now, on: '2029-03-01' })).toEqual(['too-old'])
  })

  it.each([
    ['product', 'ketamine lozenge', 'new-product'],
    ['route', 'IM', 'new-route'],
    ['protocol', 'iv-ket-ptsd', 'new-protocol'],
  ] as const)('for another %s', (what, is, kind) => {
    expect(reconsentNeeded(signed, { ...now, [what]: is })).toMatchObject([
      { kind, says: `The consent is for the ${what} "${signed[what]}", the treatment is "${is}".` },
    ])
  })

  it('for a new material risk, named in both languages, and not for better words', () => {
    expect(kinds(signed, { ...now, elements: revised('liver', false) })).toEqual([])
    expect(reconsentNeeded(signed, { ...now, elements: revised('liver', true) })).toEqual([
      {
        kind: 'new-risk',
        says: 'Since it was signed, the consent tells something new and important in “Your liver”.',
        saysToPatient: {
          en: 'There is something new to know about: “Your liver”.',
          es: 'Hay algo nuevo que debe saber sobre: “Su hígado”.',
        },
      },
    ])
  })

  it('not for better words after a material change that the patient has signed', () => {
    const versions = { ...signed.versions, liver: 2 }
    const better = elements.map((one) => (one.id === 'liver' ? { ...one, version: 3, lastMaterialVersion: 2 } : one))
    expect(kinds({ ...signed, versions }, { ...now, elements: better })).toEqual([])
    expect(kinds(signed, { ...now, elements: better })).toEqual(['new-risk'])
  })

  it('when doses at home come into it, which the consent did not speak of', () => {
    const atHome = consentElements({ drug: 'ketamine', route: 'IV', region: 'US', takeHome: true })
    expect(reconsentNeeded(signed, { ...now, elements: atHome })).toMatchObject([
      { kind: 'new-risk', says: expect.stringContaining('Doses at home') },
    ])
  })

  it('with every reason at once', () => {
    const due: ConsentDue = {
      on: '2028-01-01',
      protocol: 'in-esk-trd',
      product: 'esketamine nose spray',
      route: 'IN',
      elements: revised('bladder', true),
    }
    expect(kinds(signed, due)).toEqual(['too-old', 'new-product', 'new-route', 'new-protocol', 'new-risk'])
  })
})
