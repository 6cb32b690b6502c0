import { any } from '@keel/engine'
import { facts } from '../../vocabulary.ts'

/** The dose is to be taken at home: by its protocol, by where the patient is treated, or by the order. */
export const homeUse = any(
  facts.is('protocol', 'sl-ket-home'),
  facts.is('setting', 'home'),
  facts.is('order.home_use', true),
)
