/** A gate must not delay crisis care: in hospital, acute suicidality is what the protocol treats. */
import { all, not } from '@keel/engine'
import { facts } from '../../vocabulary.ts'

export const notCrisisCare = not(all(facts.is('protocol', 'iv-ket-si'), facts.is('setting', 'hospital')))
